package dev.tutti.client;

import dev.tutti.engine.execute.StandIn;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;

/** Stands for an exception of an engine whose class is not at hand: prints itself as that one would. */
final class RemoteCause extends Exception implements StandIn {

    private static final long serialVersionUID = 1L;

    private final String className;
    private final String text;

    RemoteCause(Fault fault) {
        super(fault.message().orElse(null), fault.cause().map(RemoteCause::new).orElse(null));
        className = fault.className();
        text = text(fault);
        setStackTrace(frames(fault));
        fault.suppressed().forEach(other -> addSuppressed(new RemoteCause(other)));
    }

    /** Class and message, as {@link Throwable#toString} writes them. */
    static String text(Fault fault) {
        return fault.className() + fault.message().map(": "::concat).orElse("");
    }

    static StackTraceElement[] frames(Fault fault) {
        return fault.frames().stream().map(RemoteCause::element).toArray(StackTraceElement[]::new);
    }

    /** Gives an exception that was decoded here the frames of the user's code there. Its class is the user's. */
    static void cutFrames(Throwable thrown, Fault fault) {
        try {
            thrown.setStackTrace(frames(fault));
        } catch (RuntimeException _) {
            // Then it keeps those that it has.
        }
    }

    private static StackTraceElement element(Frame frame) {
        return new StackTraceElement(
                frame.className(), frame.method(), frame.file().isEmpty() ? null : frame.file(), frame.line());
    }

    @Override
    public String className() {
        return className;
    }

    @Override
    public String toString() {
        return text;
    }
}
