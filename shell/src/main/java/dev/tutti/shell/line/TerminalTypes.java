package dev.tutti.shell.line;

import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/**
 * What terminals of a type can do, without asking the {@code infocmp} program: JLine starts it for every type, also for
 * those whose capabilities it carries, and that costs a start more than the terminal itself.
 */
final class TerminalTypes {

    private static final String PLAIN = "plain";
    private static final List<String> XTERM_LIKE =
            List.of("xterm-", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "vte", "gnome", "iterm");
    private static final List<String> SCREEN_LIKE = List.of("screen-", "screen.", "tmux");

    private TerminalTypes() {}

    /**
     * Tells JLine the capabilities of a type, if they are known here; others it asks for.
     *
     * @param term the value of TERM, or null
     * @return the type to open; a dumb one by another name, since for the usual one JLine gives up signals and size
     */
    static String prepare(String term) {
        if (term == null || term.isBlank() || term.startsWith(Terminal.TYPE_DUMB)) {
            InfoCmp.setLoadedInfoCmp(PLAIN, InfoCmp.getDefaultInfoCmp(Terminal.TYPE_DUMB));
            return PLAIN;
        }
        String known = known(term);
        if (!known.isEmpty()) {
            InfoCmp.setLoadedInfoCmp(term, InfoCmp.getDefaultInfoCmp(known));
        }
        return term;
    }

    /** Whether a terminal of this type takes the title of its window as xterm does. */
    static boolean hasTitle(String type) {
        return type.startsWith("xterm")
                || XTERM_LIKE.stream().anyMatch(type::startsWith)
                || SCREEN_LIKE.stream().anyMatch(type::startsWith);
    }

    private static String known(String type) {
        if (SCREEN_LIKE.stream().anyMatch(type::startsWith)) {
            return "screen-256color";
        }
        if (XTERM_LIKE.stream().anyMatch(type::startsWith)) {
            return "xterm-256color";
        }
        return InfoCmp.getDefaultInfoCmp(type) == null ? "" : type;
    }
}
