package dev.tutti.shell.line;

import java.util.List;
import org.jline.utils.InfoCmp;

/**
 * What terminals of a type can do, without asking the {@code infocmp} program: JLine starts it for every type, also for those
 * whose capabilities it carries, and that costs a start more than the terminal itself.
 */
final class TerminalTypes {

    private static final List<String> XTERM_LIKE =
            List.of("xterm-", "alacritty", "foot", "kitty", "wezterm", "ghostty", "konsole", "vte", "gnome", "iterm");
    private static final List<String> SCREEN_LIKE = List.of("screen-", "screen.", "tmux");

    private TerminalTypes() {}

    /** Tells JLine the capabilities of a type, if they are known here; others it asks for. */
    static void prepare(String type) {
        String known = known(type);
        String capabilities = known.isEmpty() ? null : InfoCmp.getDefaultInfoCmp(known);
        if (capabilities != null) {
            InfoCmp.setLoadedInfoCmp(type, capabilities);
        }
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
