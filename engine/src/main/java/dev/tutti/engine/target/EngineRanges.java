package dev.tutti.engine.target;

import dev.tutti.engine.wire.EngineId;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** Engine numbers as people write them: {@code local,0-2,5}. */
public final class EngineRanges {

    private EngineRanges() {}

    /** The numbers in ascending order, neighbours joined to ranges, local first; empty for none. */
    public static String of(Collection<EngineId> engines) {
        StringBuilder text = new StringBuilder();
        int first = 0;
        int last = Integer.MIN_VALUE;
        for (EngineId engine : new TreeSet<>(engines)) {
            if (engine.isLocal()) {
                text.append(engine);
                continue;
            }
            int number = engine.number();
            if (number - 1 != last) {
                closeRange(text, first, last);
                text.append(text.isEmpty() ? "" : ",").append(number);
                first = number;
            }
            last = number;
        }
        closeRange(text, first, last);
        return text.toString();
    }

    /** {@code engine 3}, {@code engines 0-2,5}, {@code local}, {@code local and engines 0-3}. */
    public static String named(Collection<EngineId> engines) {
        TreeSet<EngineId> remote = new TreeSet<>(engines);
        boolean local = remote.remove(EngineId.LOCAL);
        if (remote.isEmpty()) {
            return local ? "local" : "no engine";
        }
        return (local ? "local and " : "") + (remote.size() == 1 ? "engine " : "engines ") + of(remote);
    }

    /** As {@link #named}; of more than ten ranges only the first four and the last four. */
    public static String brief(Collection<EngineId> engines) {
        String[] ranges = named(engines).split(",");
        if (ranges.length <= 10) {
            return String.join(",", ranges);
        }
        return String.join(",", Arrays.copyOf(ranges, 4)) + ",...,"
                + String.join(",", Arrays.copyOfRange(ranges, ranges.length - 4, ranges.length));
    }

    private static void closeRange(StringBuilder text, int first, int last) {
        if (last > first) {
            text.append('-').append(last);
        }
    }
}
