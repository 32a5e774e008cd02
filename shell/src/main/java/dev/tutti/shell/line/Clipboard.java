package dev.tutti.shell.line;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jline.terminal.Terminal;

/**
 * The clipboard of the machine where the terminal is, which may be another than ours: the terminal is asked to fill it by
 * the sequence OSC 52 of xterm.
 */
final class Clipboard {

    private Clipboard() {}

    /** Asks for it; no terminal answers. */
    static void give(Terminal terminal, String text) {
        terminal.writer().write(sequence(text));
        terminal.flush();
    }

    static String sequence(String text) {
        return "\033]52;c;" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\007";
    }
}
