package dev.tutti.kernel.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What differs between two texts, as a unified diff. Shortest edit scripts by Myers's greedy algorithm ("An O(ND)
 * Difference Algorithm and Its Variations", 1986). Texts that differ in more than some thousand lines are taken as wholly
 * different between their common beginning and end, so that the work stays bounded.
 */
public final class TextDifference {

    private static final int CONTEXT = 3;
    private static final int MOST_EDITS = 2_000;

    /** A line of the edit script: kept, taken from the old text, or put in from the new. */
    private record Edit(char sign, String line) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Edit> script = new ArrayList<>();

    private TextDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The unified diff of two texts: headers, then hunks with three lines around what differs.
     *
     * @param from what the first text is called
     * @param to what the second text is called
     * @return empty if they do not differ
     */
    public static List<String> unified(String from, String before, String to, String after) {
        TextDifference difference =
                new TextDifference(before.lines().toList(), after.lines().toList());
        difference.compare();
        List<String> hunks = difference.hunks();
        if (hunks.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("--- " + from, "+++ " + to));
        lines.addAll(hunks);
        return lines;
    }

    private void compare() {
        int start = 0;
        int most = Math.min(before.size(), after.size());
        while (start < most && before.get(start).equals(after.get(start))) {
            script.add(new Edit(' ', before.get(start++)));
        }
        int tail = 0;
        while (tail < most - start && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        compareMiddle(before.subList(start, before.size() - tail), after.subList(start, after.size() - tail));
        before.subList(before.size() - tail, before.size()).forEach(line -> script.add(new Edit(' ', line)));
    }

    private void compareMiddle(List<String> old, List<String> fresh) {
        List<int[]> traces = new ArrayList<>();
        int edits = furthestReaches(old, fresh, traces);
        if (edits < 0) {
            old.forEach(line -> script.add(new Edit('-', line)));
            fresh.forEach(line -> script.add(new Edit('+', line)));
            return;
        }
        List<Edit> backwards = new ArrayList<>();
        int x = old.size();
        int y = fresh.size();
        for (int d = edits; d > 0; d--) {
            int[] reach = traces.get(d - 1);
            int k = x - y;
            boolean down = isDown(reach, d, k);
            int previousX = down ? reach[index(d - 1, k + 1)] : reach[index(d - 1, k - 1)];
            int previousY = previousX - (down ? k + 1 : k - 1);
            while (x > previousX + (down ? 0 : 1) && y > previousY + (down ? 1 : 0)) {
                backwards.add(new Edit(' ', old.get(--x)));
                y--;
            }
            backwards.add(down ? new Edit('+', fresh.get(--y)) : new Edit('-', old.get(--x)));
        }
        while (x > 0 && y > 0) {
            backwards.add(new Edit(' ', old.get(--x)));
            y--;
        }
        script.addAll(backwards.reversed());
    }

    /**
     * For each number of edits the furthest place in the old text on each diagonal.
     *
     * @return how many edits are needed; -1 if too many
     */
    private static int furthestReaches(List<String> old, List<String> fresh, List<int[]> traces) {
        int most = Math.min(old.size() + fresh.size(), MOST_EDITS);
        for (int d = 0; d <= most; d++) {
            int[] reach = new int[2 * d + 3];
            Arrays.fill(reach, -1);
            for (int k = -d; k <= d; k += 2) {
                int x;
                if (d == 0) {
                    x = 0;
                } else {
                    int[] previous = traces.get(d - 1);
                    x = isDown(previous, d, k) ? previous[index(d - 1, k + 1)] : previous[index(d - 1, k - 1)] + 1;
                }
                int y = x - k;
                while (x < old.size()
                        && y < fresh.size()
                        && y >= 0
                        && old.get(x).equals(fresh.get(y))) {
                    x++;
                    y++;
                }
                reach[index(d, k)] = x;
                if (x >= old.size() && y >= fresh.size()) {
                    traces.add(reach);
                    return d;
                }
            }
            traces.add(reach);
        }
        return -1;
    }

    /** Whether the best way to diagonal k with d edits ends with a line of the new text. */
    private static boolean isDown(int[] previous, int d, int k) {
        return k == -d || k != d && previous[index(d - 1, k - 1)] < previous[index(d - 1, k + 1)];
    }

    /** Where diagonal k stands in the reaches of d edits: diagonals -d-1 to d+1 have a place. */
    private static int index(int d, int k) {
        return k + d + 1;
    }

    private List<String> hunks() {
        List<String> lines = new ArrayList<>();
        int next = 0;
        int oldLine = 1;
        int freshLine = 1;
        while (next < script.size()) {
            if (script.get(next).sign() == ' ') {
                next++;
                oldLine++;
                freshLine++;
                continue;
            }
            int start = Math.max(0, next - CONTEXT);
            int end = endOfHunk(next);
            List<Edit> hunk = script.subList(start, end);
            int lead = next - start;
            int oldCount =
                    (int) hunk.stream().filter(edit -> edit.sign() != '+').count();
            int freshCount =
                    (int) hunk.stream().filter(edit -> edit.sign() != '-').count();
            lines.add("@@ -" + range(oldLine - lead, oldCount) + " +" + range(freshLine - lead, freshCount) + " @@");
            hunk.forEach(edit -> lines.add(edit.sign() + edit.line()));
            oldLine += oldCount - lead;
            freshLine += freshCount - lead;
            next = end;
        }
        return lines;
    }

    /** Changes with at most twice the context between them share a hunk. */
    private int endOfHunk(int change) {
        int last = change;
        for (int i = change; i < script.size() && i - last <= 2 * CONTEXT; i++) {
            if (script.get(i).sign() != ' ') {
                last = i;
            }
        }
        return Math.min(script.size(), last + 1 + CONTEXT);
    }

    private static String range(int line, int count) {
        return count == 1 ? Integer.toString(line) : (count == 0 ? line - 1 : line) + "," + count;
    }
}
