package dev.tutti.client;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What {@link TimeIt} measured.
 *
 * @param runs nanoseconds of one call, for each run
 * @param calls how many calls a run has
 * @param bytes bytes of heap that a call takes, where the JVM tells it
 * @param warmUp how long the code ran before it was measured
 * @param settled whether it had stopped getting faster by then
 * @param collections how often the garbage collector ran meanwhile; -1 if the JVM does not tell
 */
public record Timing(
        List<Double> runs, long calls, OptionalDouble bytes, Duration warmUp, boolean settled, long collections) {

    /** Beyond this share of the mean, the deviation makes the mean doubtful. */
    private static final double DOUBTFUL = 0.1;

    public Timing {
        runs = List.copyOf(runs);
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(warmUp, "warmUp");
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("A timing needs at least one run.");
        }
    }

    /** Nanoseconds of one call, the mean of all runs. */
    public double mean() {
        return runs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Nanoseconds of one call in the fastest run. */
    public double best() {
        return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The standard deviation of the runs, in nanoseconds of one call. */
    public double deviation() {
        double mean = mean();
        double squares =
                runs.stream().mapToDouble(run -> (run - mean) * (run - mean)).sum();
        return runs.size() < 2 ? 0 : Math.sqrt(squares / (runs.size() - 1));
    }

    /** Two or three lines for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(time(mean()))
                .append(" ± ")
                .append(time(deviation()))
                .append(" a call (mean ± deviation of ")
                .append(runs.size())
                .append(runs.size() == 1 ? " run" : " runs")
                .append(String.format(Locale.ROOT, " of %,d %s)", calls, calls == 1 ? "call" : "calls"));
        bytes.ifPresent(count -> text.append(", ").append(size(count)).append(" a call"));
        text.append("\nin this JVM, after ").append(time(warmUp.toNanos())).append(" of warming up");
        if (collections > 0) {
            text.append(", ").append(collections).append(collections == 1 ? " collection" : " collections");
        }
        if (!settled) {
            text.append("\nIt was still getting faster when the warm-up ended: the mean is too high.");
        } else if (deviation() > DOUBTFUL * mean()) {
            text.append("\nThe runs differ by more than ")
                    .append(Math.round(100 * DOUBTFUL))
                    .append(" %: something else may have used the machine (best run ")
                    .append(time(best()))
                    .append(").");
        }
        return text.toString();
    }

    private static String time(double nanos) {
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.3g ns", nanos);
        }
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.3g µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.3g s", nanos / 1e9);
    }

    private static String size(double bytes) {
        return bytes < 1e4
                ? String.format(Locale.ROOT, "%.0f B", bytes)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1 << 20));
    }
}
