package dev.tutti.engine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which engines are meant, as written: {@code 0-3,7}, {@code all}, {@code 2}, {@code -1}, {@code 1:}, {@code ::2},
 * {@code local}. Plain numbers are engine ids; negative numbers and slices are positions in the sorted ids of the live
 * engines. Nothing is looked up before {@link #resolve}: {@code all} is whoever is there then.
 */
public final class TargetSpec {

    /** All live engines, without local. */
    public static final TargetSpec ALL = new TargetSpec("all", List.of(new All()));

    /** The engine beside the shell. */
    public static final TargetSpec LOCAL = new TargetSpec("local", List.of(new Local()));

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern NEGATIVE = Pattern.compile("-(\\d{1,9})");
    private static final Pattern SLICE = Pattern.compile("(-?\\d{1,9})?:(-?\\d{1,9})?(?::(-?\\d{1,9})?)?");

    private sealed interface Part {}

    private record All() implements Part {}

    private record Local() implements Part {}

    private record Ids(int first, int last) implements Part {}

    private record FromEnd(int distance) implements Part {}

    private record Slice(String start, String stop, int step) implements Part {}

    private final String text;
    private final List<Part> parts;

    private TargetSpec(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads targets.
     *
     * @throws TargetException if the text is not of the language
     */
    public static TargetSpec parse(String text) throws TargetException {
        List<Part> parts = new ArrayList<>();
        for (String part : text.strip().split(",", -1)) {
            parts.add(part(part.strip(), text));
        }
        return new TargetSpec(text.strip(), parts);
    }

    private static Part part(String part, String all) throws TargetException {
        if (part.equals("all")) {
            return new All();
        }
        if (part.equals("local")) {
            return new Local();
        }
        if (NUMBER.matcher(part).matches()) {
            int id = Integer.parseInt(part);
            return new Ids(id, id);
        }
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (first > last || last - first > 100_000) {
                throw new TargetException("Targets '" + all + "': the range " + part
                        + " must go from a lower to a higher engine number.");
            }
            return new Ids(first, last);
        }
        Matcher negative = NEGATIVE.matcher(part);
        if (negative.matches() && Integer.parseInt(negative.group(1)) > 0) {
            return new FromEnd(Integer.parseInt(negative.group(1)));
        }
        Matcher slice = SLICE.matcher(part);
        if (slice.matches()) {
            int step = slice.group(3) == null ? 1 : Integer.parseInt(slice.group(3));
            if (step == 0) {
                throw new TargetException("Targets '" + all + "': the step of the slice " + part + " must not be 0.");
            }
            return new Slice(slice.group(1), slice.group(2), step);
        }
        throw new TargetException("Targets '" + all + "' cannot be read at '" + part
                + "'. Write engine numbers and ranges (0-3,7), all, positions from the end (-1), slices (::2)"
                + " or local.");
    }

    /**
     * The engines that are meant now.
     *
     * @param live the ids of the live engines, with or without local
     * @return at least one id, ascending
     * @throws TargetException if a named engine is not there, or none is meant
     */
    public SortedSet<EngineId> resolve(SortedSet<EngineId> live) throws TargetException {
        List<EngineId> engines = live.stream().filter(id -> !id.isLocal()).toList();
        SortedSet<EngineId> targets = new TreeSet<>();
        for (Part part : parts) {
            switch (part) {
                case All() -> targets.addAll(engines);
                case Local() -> targets.add(EngineId.LOCAL);
                case Ids(int first, int last) -> addIds(first, last, engines, targets);
                case FromEnd(int distance) -> {
                    if (distance > engines.size()) {
                        throw new TargetException("Targets '" + text + "': there is no position -" + distance
                                + " among the " + engines.size() + " engines. " + present(engines));
                    }
                    targets.add(engines.get(engines.size() - distance));
                }
                case Slice slice -> addSlice(slice, engines, targets);
            }
        }
        if (targets.isEmpty()) {
            throw new TargetException(
                    engines.isEmpty()
                            ? "No engines are connected, so there is nowhere to run. Start the shell with -n 4, bring"
                                    + " lost engines back with %engines restart N, or run the cell at local."
                            : "Targets '" + text + "' name no engine. " + present(engines));
        }
        return targets;
    }

    private void addIds(int first, int last, List<EngineId> engines, SortedSet<EngineId> targets)
            throws TargetException {
        List<EngineId> missing = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            EngineId id = new EngineId(number);
            if (engines.contains(id)) {
                targets.add(id);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            throw new TargetException("Targets '" + text + "': there is no engine with number "
                    + EngineRanges.of(missing) + ". " + present(engines));
        }
    }

    private static void addSlice(Slice slice, List<EngineId> engines, SortedSet<EngineId> targets) {
        int size = engines.size();
        int step = slice.step();
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? size : size - 1;
        int start = position(slice.start(), step > 0 ? low : high, size, low, high);
        int stop = position(slice.stop(), step > 0 ? high : low, size, low, high);
        for (int i = start; step > 0 ? i < stop : i > stop; i += step) {
            targets.add(engines.get(i));
        }
    }

    private static int position(String written, int otherwise, int size, int low, int high) {
        if (written == null) {
            return otherwise;
        }
        int position = Integer.parseInt(written);
        return Math.clamp(position < 0 ? position + size : position, low, high);
    }

    private static String present(List<EngineId> engines) {
        return engines.isEmpty()
                ? "No engines are connected."
                : "Connected: " + EngineRanges.of(engines) + ". %engines shows them.";
    }

    /** Whether only local is meant. */
    public boolean onlyLocal() {
        return parts.stream().allMatch(Local.class::isInstance);
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetSpec spec && spec.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }
}
