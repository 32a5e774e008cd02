package dev.tutti.kernel.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What is said at the debugger's prompt: lines in, texts out. Keeps which call is looked at. Reads and writes nothing
 * itself; a single thread.
 */
public final class DebugDialogue {

    private static final int AROUND = 2;
    private static final int MOST_CALLS = 40;

    private static final String HELP = """
        s, step      to the next line, into what it calls      w, where     the calls
        n, next      to the next line of this method           u, up        look at the caller
        o, out       to the caller                             d, down      and back
        c, continue  to the next breakpoint, or the end        l, list      the source around
        b [PLACE]    stop at 3:2 (cell 3, line 2), at fact     a, locals    the variables of this call
        cl PLACE     no longer stop there                      p EXPR       a value; EXPR alone does, too
        q, quit      end the debugged code                     Enter        the last step again
        """;

    /** What comes of a line. */
    public sealed interface Answer {

        /** A text to show; then the next line. */
        record Said(String text) implements Answer {
            public Said {
                Objects.requireNonNull(text, "text");
            }
        }

        /** The code runs on. */
        record Running() implements Answer {}

        /** The debugged code is to be ended. */
        record Left() implements Answer {}
    }

    private final Debuggee debuggee;
    private final IntFunction<Optional<String>> sources;
    private List<CallFrame> frames = List.of();
    private int looked;
    private DebugCommand again = new DebugCommand.Nothing();

    /** @param sources the texts of cells by their numbers */
    public DebugDialogue(Debuggee debuggee, IntFunction<Optional<String>> sources) {
        this.debuggee = debuggee;
        this.sources = sources;
    }

    /** The thread has stopped. @return what to tell of it */
    public String stopped(Stop stop) {
        frames = stop.frames();
        looked = firstInCell();
        String why = switch (stop.reason()) {
            case Stop.Arrived() -> "";
            case Stop.AtBreakpoint(var place) -> "Breakpoint " + place + ".\n";
            case Stop.Throwing(var text, boolean caught) ->
                text + (caught ? "\n  is thrown here, and caught.\n" : "\n  is thrown here.\n");
        };
        return why + here();
    }

    private int firstInCell() {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).cell().isPresent()) {
                return i;
            }
        }
        return 0;
    }

    /** Takes a line that was typed. */
    public Answer take(String line) {
        DebugCommand typed = DebugCommand.parse(line);
        DebugCommand command = typed instanceof DebugCommand.Nothing ? again : typed;
        again = command instanceof DebugCommand.Go ? command : new DebugCommand.Nothing();
        try {
            return answer(command);
        } catch (DebugException e) {
            return new Answer.Said(e.getMessage());
        }
    }

    private Answer answer(DebugCommand command) throws DebugException {
        return switch (command) {
            case DebugCommand.Go(var motion) -> {
                debuggee.resume(motion);
                yield new Answer.Running();
            }
            case DebugCommand.Quit() -> new Answer.Left();
            case DebugCommand.Where() -> new Answer.Said(calls());
            case DebugCommand.Look(boolean up) -> new Answer.Said(look(up));
            case DebugCommand.ShowSource() -> new Answer.Said(source(4 * AROUND));
            case DebugCommand.ShowLocals() -> new Answer.Said(locals());
            case DebugCommand.Print(var expression) -> new Answer.Said(debuggee.evaluate(looked, expression));
            case DebugCommand.Break(var place) ->
                new Answer.Said(place.isEmpty() ? breakpoints() : breakAt(place.get()));
            case DebugCommand.Clear(var text) -> {
                CodePlace place = place(text);
                debuggee.clear(place);
                yield new Answer.Said("No breakpoint at " + place + " any more.");
            }
            case DebugCommand.Help() -> new Answer.Said(HELP);
            case DebugCommand.Nothing() -> new Answer.Said("");
        };
    }

    private CodePlace place(String text) throws DebugException {
        return CodePlace.parse(text, frames.get(looked).cell());
    }

    private String breakAt(String text) throws DebugException {
        CodePlace place = place(text);
        debuggee.breakAt(place);
        return "Breakpoint " + place + " is set.";
    }

    private String breakpoints() {
        List<CodePlace> places = debuggee.breakpoints();
        return places.isEmpty()
                ? "There are no breakpoints. b 3:2 sets one at line 2 of cell 3."
                : "Breakpoints: "
                        + String.join(
                                ", ", places.stream().map(CodePlace::toString).toList()) + ".";
    }

    private String look(boolean up) {
        int next = looked + (up ? 1 : -1);
        if (next < 0 || next >= frames.size()) {
            return up ? "This is the oldest call." : "This is the newest call.";
        }
        looked = next;
        return here();
    }

    private String calls() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(frames.size(), MOST_CALLS); i++) {
            lines.add((i == looked ? "> " : "  ") + frames.get(i).text());
        }
        if (frames.size() > MOST_CALLS) {
            lines.add("  (and " + (frames.size() - MOST_CALLS) + " more)");
        }
        return String.join("\n", lines);
    }

    private String here() {
        String source = source(AROUND);
        return "> " + frames.get(looked).text() + (source.isEmpty() ? "" : "\n" + source);
    }

    private String source(int around) {
        CallFrame frame = frames.get(looked);
        Optional<String> text = frame.cell().flatMap(sources::apply);
        if (text.isEmpty()) {
            return "";
        }
        List<String> lines = text.get().lines().toList();
        List<String> shown = new ArrayList<>();
        int last = Math.min(lines.size(), frame.line() + around);
        int digits = Integer.toString(last).length();
        for (int line = Math.max(1, frame.line() - around); line <= last; line++) {
            String number = " ".repeat(digits - Integer.toString(line).length()) + line;
            shown.add((line == frame.line() ? "-> " : "   ") + number + "  " + lines.get(line - 1));
        }
        return String.join("\n", shown);
    }

    private String locals() throws DebugException {
        List<Local> locals = debuggee.locals(looked);
        if (locals.isEmpty()) {
            return "There are no variables in this call yet.";
        }
        return String.join(
                "\n",
                locals.stream()
                        .map(local -> local.type() + " " + local.name() + " = " + local.value())
                        .toList());
    }
}
