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
        int nearest = known.stream()
                .filter(k -> !k.equals(name))
                .mapToInt(k -> distance(name, k))
                .min()
                .orElse(Integer.MAX_VALUE - 1);
        int reach = Math.min(Math.clamp(name.length() / 3, 1, MOST), nearest + 1);
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
