package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.EngineId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The distribution of numeric results. Results that are no numbers, and NaN, are left out and counted by the caller.
 *
 * @param count how many engines gave a number
 * @param min the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param mean the arithmetic mean
 * @param max the largest
 * @param deviation the standard deviation of a sample (divided by n - 1); 0 for a single number
 */
public record NumberSummary(int count, Extreme min, double median, double mean, Extreme max, double deviation) {

    /** The smallest or largest number. @param text as the engine wrote it @param engines who has it */
    public record Extreme(String text, List<EngineId> engines) {
        public Extreme {
            engines = List.copyOf(engines);
        }
    }

    private static final Set<String> NUMERIC = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong");

    private record Entry(double value, String text, EngineId engine) {}

    /** Whether a result is a number that can be compared. */
    public static boolean counts(ResultGroup group) {
        return number(group).isPresent();
    }

    /** The distribution; nothing if no result is a number. */
    public static Optional<NumberSummary> of(List<ResultGroup> groups) {
        List<Entry> entries = new ArrayList<>();
        for (ResultGroup group : groups) {
            number(group)
                    .ifPresent(value -> group.engines()
                            .forEach(engine ->
                                    entries.add(new Entry(value, group.value().text(), engine))));
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        entries.sort(Comparator.comparingDouble(Entry::value).thenComparing(Entry::engine));
        int n = entries.size();
        double median = (entries.get((n - 1) / 2).value() + entries.get(n / 2).value()) / 2;
        double mean = entries.stream().mapToDouble(Entry::value).average().orElseThrow();
        double squares = entries.stream()
                .mapToDouble(entry -> (entry.value() - mean) * (entry.value() - mean))
                .sum();
        return Optional.of(new NumberSummary(
                n,
                extreme(entries, entries.getFirst()),
                median,
                mean,
                extreme(entries, entries.getLast()),
                n == 1 ? 0 : Math.sqrt(squares / (n - 1))));
    }

    private static Extreme extreme(List<Entry> entries, Entry entry) {
        return new Extreme(
                entry.text(),
                entries.stream()
                        .filter(other -> other.value() == entry.value())
                        .map(Entry::engine)
                        .toList());
    }

    private static Optional<Double> number(ResultGroup group) {
        if (!NUMERIC.contains(group.value().type()) || group.value().abridged()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(group.value().text());
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty(); // a number that is written otherwise than as digits
        }
    }
}
