package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that a user may have meant. */
final class NearNames {

    private static final int MOST = 3;

    private NearNames() {}

    /** {@code  Did you mean count, mount?}, with a blank before it; empty if nothing is near. */
    static String question(String name, Collection<String> known) {
        int reach = name.length() < 3 ? 1 : name.length() < 6 ? 2 : 3;
        List<String> near = known.stream()
                .distinct()
                .filter(k -> !k.equals(name) && distance(name, k) <= reach && distance(name, k) < name.length())
                .sorted(Comparator.comparingInt(k -> distance(name, k)))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?";
    }

    /** Case counts nothing. */
    private static int distance(String a, String b) {
        return Spelling.distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
