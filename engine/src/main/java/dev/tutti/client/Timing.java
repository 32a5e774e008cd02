package dev.tutti.client;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.Units;
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

    /** The loop alone takes as much, about. */
    private static final double NOTHING_NANOS = 1;

    /** What is to be said of a time that {@linkplain #isNothing is none}. */
    public static final String NOTHING =
            "The loop around it takes as much: the JVM may have computed the value only once." + " Use what changes.";

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

    /** Whether that is what an empty loop takes. */
    public boolean isNothing() {
        return mean() < NOTHING_NANOS;
    }

    /** Two or three lines for people. */
    @Override
    public String toString() {
        return text(Units.DIGITS);
    }

    /** Two or three lines for people. @param digits significant digits of times */
    public String text(int digits) {
        StringBuilder text = new StringBuilder()
                .append(Units.time(mean(), digits))
                .append(" ± ")
                .append(Units.time(deviation(), digits))
                .append(" a call (mean ± deviation of ")
                .append(runs.size())
                .append(runs.size() == 1 ? " run" : " runs")
                .append(String.format(Locale.ROOT, " of %,d %s)", calls, calls == 1 ? "call" : "calls"));
        bytes.ifPresent(count -> text.append(", ").append(Units.size(count)).append(" a call"));
        text.append("\nin this JVM, after ")
                .append(Units.time(warmUp.toNanos()))
                .append(" of warming up");
        if (collections > 0) {
            text.append(", ").append(collections).append(collections == 1 ? " collection" : " collections");
        }
        if (isNothing()) {
            text.append("\n").append(NOTHING);
        } else if (!settled) {
            text.append("\nIt was still getting faster when the warm-up ended: the mean is too high.");
        } else if (deviation() > DOUBTFUL * mean()) {
            text.append("\nThe runs differ by more than ")
                    .append(Math.round(100 * DOUBTFUL))
                    .append(" %: something else may have used the machine (best run ")
                    .append(Units.time(best(), digits))
                    .append(").");
        }
        return text.toString();
    }

    /** For the kernel, which compares engines. */
    void leave() {
        new Figures.Builder()
                .row("runs", runs.toArray())
                .row("timing", calls, bytes.orElse(-1), warmUp.toNanos(), settled, collections)
                .build()
                .leave();
    }

    /** From an engine. @param figures as {@code %timeit} left them there */
    public static Timing parse(String figures) {
        Figures parsed = Figures.parse(figures);
        List<String> row = parsed.row("timing");
        double bytes = Double.parseDouble(row.get(1));
        return new Timing(
                parsed.row("runs").stream().map(Double::valueOf).toList(),
                Long.parseLong(row.get(0)),
                bytes < 0 ? OptionalDouble.empty() : OptionalDouble.of(bytes),
                Duration.ofNanos(Long.parseLong(row.get(2))),
                Boolean.parseBoolean(row.get(3)),
                Long.parseLong(row.get(4)));
    }
}
