package dev.tutti.kernel.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells as written, after IPython's ranges: {@code 4}, {@code 4-6} (with the sixth), {@code 4:6} (without it),
 * {@code 4-} (to the end), {@code 243/1-5} (of session 243), {@code ~2/7} (of the session before the last),
 * {@code ~2/} (all of it), {@code ~8/1-~6/5} (over sessions).
 *
 * @param first the session where it begins
 * @param from the first cell there; 0 for all
 * @param last the session where it ends
 * @param to the last cell there, inclusive; {@link Integer#MAX_VALUE} for all
 */
public record HistoryRange(SessionRef first, int from, SessionRef last, int to) {

    private static final Pattern FORM =
            Pattern.compile("(?:(~?\\d{1,9})/)?(\\d{1,9})?(?:([-:])(?:(~?\\d{1,9})/)?(\\d{1,9})?)?");

    /**
     * A session as written.
     *
     * @param back whether it counts back from the running session, which is 0
     */
    public record SessionRef(boolean back, long number) {

        /** The running session. */
        public static final SessionRef RUNNING = new SessionRef(true, 0);

        private static SessionRef parse(String text) {
            return text.startsWith("~")
                    ? new SessionRef(true, Long.parseLong(text.substring(1)))
                    : new SessionRef(false, Long.parseLong(text));
        }
    }

    public HistoryRange {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }

    /** All cells of the running session. */
    public static final HistoryRange ALL =
            new HistoryRange(SessionRef.RUNNING, 0, SessionRef.RUNNING, Integer.MAX_VALUE);

    /** @throws HistoryException if the text is no range */
    public static HistoryRange parse(String text) throws HistoryException {
        Matcher matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches() || text.equals("-") || text.equals(":")) {
            throw new HistoryException(
                    "'" + text + "' is no range of cells. Write 4, 4-6, ~1/2-5 (of the last session) or"
                            + " 243/1-5 (of session 243).");
        }
        SessionRef first = matcher.group(1) == null ? SessionRef.RUNNING : SessionRef.parse(matcher.group(1));
        SessionRef last = matcher.group(4) == null ? first : SessionRef.parse(matcher.group(4));
        boolean starts = matcher.group(2) != null;
        int from = starts ? Integer.parseInt(matcher.group(2)) : 0;
        int to;
        if (matcher.group(5) != null) {
            to = Integer.parseInt(matcher.group(5)) - (matcher.group(3).equals(":") ? 1 : 0);
        } else {
            to = starts && matcher.group(3) == null ? from : Integer.MAX_VALUE;
        }
        return new HistoryRange(first, from, last, to);
    }

    /** Several, as words. */
    public static List<HistoryRange> parse(List<String> words) throws HistoryException {
        List<HistoryRange> ranges = new ArrayList<>();
        for (String word : words) {
            ranges.add(parse(word));
        }
        return ranges;
    }
}
