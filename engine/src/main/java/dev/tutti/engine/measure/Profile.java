package dev.tutti.engine.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;

/**
 * Where a piece of code spends its time and what it allocates, sampled by the JDK's flight recorder.
 *
 * @param wall how long the code ran
 * @param stacks samples of CPU use by their stack, oldest call first
 * @param allocations estimated bytes by class
 * @param sites estimated bytes by the stack that allocated them, oldest call first
 */
public record Profile(
        Duration wall, Map<List<String>, Long> stacks, Map<String, Long> allocations, Map<List<String>, Long> sites) {

    /** So often a running thread is looked at. */
    public static final Duration PERIOD = Duration.ofMillis(5);

    private static final String ALLOCATIONS_PER_SECOND = "2000/s";

    public Profile {
        stacks = new LinkedHashMap<>(stacks);
        allocations = new LinkedHashMap<>(allocations);
        sites = new LinkedHashMap<>(sites);
    }

    /** Of some code, run so many times. @throws IllegalStateException if this Java has no recorder */
    public static Profile of(long times, Callable<?> code) throws Exception {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw new IllegalStateException("%prun needs the flight recorder, but the engine's Java has no module"
                    + " jdk.jfr. Start engines by a full JDK.");
        }
        return record(times, code);
    }

    private static Profile record(long times, Callable<?> code) throws Exception {
        Path file = Files.createTempFile("tutti-profile", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
            recording.enable("jdk.ObjectAllocationSample").with("throttle", ALLOCATIONS_PER_SECOND);
            recording.start();
            long start = System.nanoTime();
            try {
                ProfiledCode.run(times, code);
            } finally {
                recording.stop();
            }
            Duration wall = Duration.ofNanos(System.nanoTime() - start);
            recording.dump(file);
            Profile profile = RecordedStacks.read(file, wall);
            profile.figures().leave();
            return profile;
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // A file more in the folder for temporary ones.
        }
    }

    /** How many samples there are. */
    public long samples() {
        return stacks.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Both together: as if one engine had done the work of both. */
    public Profile plus(Profile other) {
        return new Profile(
                wall.compareTo(other.wall) > 0 ? wall : other.wall,
                sum(stacks, other.stacks),
                sum(allocations, other.allocations),
                sum(sites, other.sites));
    }

    private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> both = new LinkedHashMap<>(one);
        other.forEach((key, count) -> both.merge(key, count, Long::sum));
        return both;
    }

    Figures figures() {
        Figures.Builder figures = new Figures.Builder().row("profile", wall.toNanos());
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<List<Object>> rows = new ArrayList<>();
        stacks.forEach((stack, count) -> rows.add(numbered("cpu", count, stack, numbers)));
        sites.forEach((stack, bytes) -> rows.add(numbered("site", bytes, stack, numbers)));
        numbers.keySet().forEach(frame -> figures.row("frame", frame));
        rows.forEach(row -> figures.row(
                row.getFirst().toString(), row.subList(1, row.size()).toArray()));
        allocations.forEach((type, bytes) -> figures.row("class", type, bytes));
        return figures.build();
    }

    private static List<Object> numbered(String word, long weight, List<String> stack, Map<String, Integer> numbers) {
        List<Object> row = new ArrayList<>(List.of(word, weight));
        for (String frame : stack) {
            Integer known = numbers.putIfAbsent(frame, numbers.size());
            row.add(known == null ? numbers.size() - 1 : known);
        }
        return row;
    }

    /** From an engine. */
    public static Profile of(Figures figures) {
        List<String> frames = figures.all("frame").stream().map(List::getFirst).toList();
        Map<String, Long> allocations = new LinkedHashMap<>();
        figures.all("class").forEach(row -> allocations.put(row.get(0), Long.parseLong(row.get(1))));
        return new Profile(
                Duration.ofNanos(Long.parseLong(figures.row("profile").getFirst())),
                stacks(figures.all("cpu"), frames),
                allocations,
                stacks(figures.all("site"), frames));
    }

    private static Map<List<String>, Long> stacks(List<List<String>> rows, List<String> frames) {
        Map<List<String>, Long> stacks = new LinkedHashMap<>();
        for (List<String> row : rows) {
            stacks.merge(
                    row.stream()
                            .skip(1)
                            .map(number -> frames.get(Integer.parseInt(number)))
                            .toList(),
                    Long.parseLong(row.getFirst()),
                    Long::sum);
        }
        return stacks;
    }

    @Override
    public String toString() {
        return samples() + " samples in " + Units.time(wall.toNanos());
    }
}
