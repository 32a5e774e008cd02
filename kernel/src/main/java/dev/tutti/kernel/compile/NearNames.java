package dev.tutti.kernel.compile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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

    /** How many characters must be put in, left out, changed or swapped with their neighbour; case counts nothing. */
    private static int distance(String a, String b) {
        String x = a.toLowerCase(java.util.Locale.ROOT);
        String y = b.toLowerCase(java.util.Locale.ROOT);
        int[][] steps = new int[x.length() + 1][y.length() + 1];
        for (int i = 0; i <= x.length(); i++) {
            for (int j = 0; j <= y.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1;
                int best = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
                best = Math.min(best, steps[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1);
                steps[i][j] = swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
            }
        }
        return steps[x.length()][y.length()];
    }
}
