package dev.tutti.kernel.debug;

import java.util.List;
import java.util.Objects;

/**
 * The debugged thread stands still.
 *
 * @param reason why
 * @param frames its calls, newest first; never empty
 */
public record Stop(Reason reason, List<CallFrame> frames) {

    /** Why a thread stands still. */
    public sealed interface Reason {}

    /** It has come to a line. */
    public record Arrived() implements Reason {}

    /** It has come to a breakpoint. */
    public record AtBreakpoint(CodePlace place) implements Reason {}

    /** Something is thrown. @param text type and message @param caught whether the user's code catches it */
    public record Throwing(String text, boolean caught) implements Reason {
        public Throwing {
            Objects.requireNonNull(text, "text");
        }
    }

    public Stop {
        Objects.requireNonNull(reason, "reason");
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("A stopped thread is in some call.");
        }
    }
}
