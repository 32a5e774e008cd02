package dev.tutti.kernel.debug;

import java.util.Objects;
import java.util.Optional;

/** What can be said at the debugger's prompt, with the words of pdb and of jdb. */
sealed interface DebugCommand {

    /** Goes on. */
    record Go(Motion motion) implements DebugCommand {}

    /** Shows the calls. */
    record Where() implements DebugCommand {}

    /** Looks at another call. @param up towards the caller */
    record Look(boolean up) implements DebugCommand {}

    /** Shows the source around. */
    record ShowSource() implements DebugCommand {}

    /** Shows the variables of the call. */
    record ShowLocals() implements DebugCommand {}

    /** Shows a value. */
    record Print(String expression) implements DebugCommand {
        public Print {
            Objects.requireNonNull(expression, "expression");
        }
    }

    /** Stops there, or lists where it stops. */
    record Break(Optional<String> place) implements DebugCommand {}

    /** Stops there no more. */
    record Clear(String place) implements DebugCommand {}

    /** Lists the words. */
    record Help() implements DebugCommand {}

    /** Ends the debugged code. */
    record Quit() implements DebugCommand {}

    /** Nothing. */
    record Nothing() implements DebugCommand {}

    /** Reads a line: a word of ours, else an expression. */
    static DebugCommand parse(String line) {
        String text = line.strip();
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        String rest = blank < 0 ? "" : text.substring(blank).strip();
        if (rest.isEmpty()) {
            return alone(word);
        }
        return switch (word) {
            case "p", "pp", "print" -> new Print(rest);
            case "b", "break", "stop" -> new Break(Optional.of(rest));
            case "cl", "clear" -> new Clear(rest);
            default -> new Print(text.startsWith("!") ? text.substring(1).strip() : text);
        };
    }

    private static DebugCommand alone(String word) {
        return switch (word) {
            case "" -> new Nothing();
            case "s", "step" -> new Go(Motion.INTO);
            case "n", "next" -> new Go(Motion.OVER);
            case "o", "out", "r", "return", "finish" -> new Go(Motion.OUT);
            case "c", "cont", "continue" -> new Go(Motion.FREE);
            case "w", "where", "bt" -> new Where();
            case "u", "up" -> new Look(true);
            case "d", "down" -> new Look(false);
            case "l", "list" -> new ShowSource();
            case "a", "args", "locals", "vars" -> new ShowLocals();
            case "b", "break" -> new Break(Optional.empty());
            case "h", "help", "?" -> new Help();
            case "q", "quit", "exit" -> new Quit();
            default -> new Print(word.startsWith("!") ? word.substring(1) : word);
        };
    }
}
