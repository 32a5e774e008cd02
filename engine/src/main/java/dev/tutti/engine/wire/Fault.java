package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exception as data: what the engine tells of what user code threw.
 *
 * @param className the exception's class, without wrapper prefix ({@code java.lang.ArithmeticException}, {@code MyError})
 * @param message its message, if it has one; bounded
 * @param frames the stack, newest call first, cut below the entry point; bounded
 * @param cause what caused it; a cycle is cut
 * @param suppressed the suppressed exceptions; bounded
 */
public record Fault(
        String className, Optional<String> message, List<Frame> frames, Optional<Fault> cause, List<Fault> suppressed) {

    public Fault {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(message, "message");
        frames = List.copyOf(frames);
        Objects.requireNonNull(cause, "cause");
        suppressed = List.copyOf(suppressed);
    }
}
