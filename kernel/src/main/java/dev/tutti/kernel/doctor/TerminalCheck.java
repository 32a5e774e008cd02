package dev.tutti.kernel.doctor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the terminal can show. */
public final class TerminalCheck {

    private static final String SUBJECT = "terminal";
    private static final int NARROW = 40;

    private TerminalCheck() {}

    /**
     * Looks at it.
     *
     * @param attached whether standard output is a terminal
     * @param charset what standard output is written in
     * @param environment the variables of the process
     * @param columns its width
     */
    public static List<Finding> of(boolean attached, Charset charset, Map<String, String> environment, int columns) {
        List<Finding> found = new ArrayList<>();
        String type = environment.getOrDefault("TERM", "");
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        if (!utf8) {
            found.add(new Finding.Problem(
                    SUBJECT,
                    "Output is written as " + charset + ", so letters and frames outside of it are shown as '?'.",
                    "Set LANG to a UTF-8 locale before the start: LANG=C.UTF-8 tutti."));
        }
        if (!attached) {
            found.add(new Finding.Good(SUBJECT, "output goes to a file or a pipe"));
            return found;
        }
        if (type.isEmpty() || type.equals("dumb") || type.equals("unknown")) {
            found.add(new Finding.Problem(
                    SUBJECT,
                    type.isEmpty()
                            ? "TERM is not set, so keys cannot edit and nothing is coloured."
                            : "TERM is " + type + ", so keys cannot edit and nothing is coloured.",
                    "Set TERM to what the terminal is, mostly xterm-256color."));
        }
        if (columns < NARROW) {
            found.add(new Finding.Problem(
                    SUBJECT,
                    "The terminal has " + columns + " columns, where tables and menus are cut.",
                    "Make the window wider; 80 columns are enough."));
        }
        if (found.isEmpty()) {
            found.add(new Finding.Good(
                    SUBJECT, type + ", UTF-8, " + colours(environment, type) + ", " + columns + " columns"));
        }
        return found;
    }

    private static String colours(Map<String, String> environment, String type) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return "no colours since NO_COLOR is set";
        }
        String more = environment.getOrDefault("COLORTERM", "");
        return more.equals("truecolor") || more.equals("24bit")
                ? "all colours"
                : type.contains("256") ? "256 colours" : "the colours of " + type;
    }
}
