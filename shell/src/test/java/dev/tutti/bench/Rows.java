package dev.tutti.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects measured times by metric and prints rows {@code metric value unit n}: the median in milliseconds. */
final class Rows {

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    void add(String metric, long nanos) {
        millis.computeIfAbsent(metric, _ -> new ArrayList<>()).add(nanos / 1e6);
    }

    void print(String prefix) {
        millis.forEach((metric, values) ->
                System.out.printf(Locale.ROOT, "%s%s %.1f ms %d%n", prefix, metric, median(values), values.size()));
    }

    /** Prints by how much the other's rows are larger, where both have one. */
    void printRatios(String name, Rows other) {
        millis.forEach((metric, values) -> {
            if (other.millis.containsKey(metric)) {
                double ratio = median(other.millis.get(metric)) / median(values);
                System.out.printf(Locale.ROOT, "ratio.%s.%s %.2f times 1%n", name, metric, ratio);
            }
        });
    }

    /** Prints what 99 of 100 values do not exceed, as rows {@code metric.p99}. */
    void printTails() {
        millis.forEach((metric, values) -> {
            double[] sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT, "%s.p99 %.1f ms %d%n", metric, sorted[(sorted.length - 1) * 99 / 100], sorted.length);
        });
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
