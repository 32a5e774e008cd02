package dev.tutti.kernel.bench;

import java.util.Arrays;
import java.util.Locale;

/** A measured row: {@code metric value unit n}, the value being the median of n. */
record Row(String metric, double value, String unit, int count) {

    /** Something that is measured again and again. */
    @FunctionalInterface
    interface Measured {
        void run() throws Exception;
    }

    /** Runs something as often as wanted, after as many runs to warm up as wanted, and prints the median in milliseconds. */
    static void time(String metric, int warmUp, int count, Measured measured) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            measured.run();
        }
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            measured.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        median(metric, "ms", millis).print();
    }

    static Row median(String metric, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Row(metric, sorted[sorted.length / 2], unit, values.length);
    }

    void print() {
        System.out.printf(Locale.ROOT, "%s %.3f %s %d%n", metric, value, unit, count);
    }
}
