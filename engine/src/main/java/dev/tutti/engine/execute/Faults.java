package dev.tutti.engine.execute;

import dev.tutti.engine.render.PromptNames;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.woven.StoppedError;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes data of one exception. Its class is the user's: each of its methods may throw, never return, or lie. Main thread.
 */
public final class Faults {

    private static final int MAX_MESSAGE = 10_000;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_FAULTS = 200;

    private final Map<Throwable, Boolean> seen = new IdentityHashMap<>();

    private Faults() {}

    /** The fault of an exception that ended user code. Lets only {@link StoppedError} through. */
    public static Fault of(Throwable thrown) {
        return new Faults().fault(thrown, 0);
    }

    /** What was really thrown, without the wrapping of reflection and of class initialisation. */
    public static Throwable unwrap(Throwable thrown) {
        Throwable inner = thrown;
        while (inner instanceof InvocationTargetException || inner instanceof ExceptionInInitializerError) {
            Throwable cause = inner.getCause();
            if (cause == null || cause == inner) {
                return inner;
            }
            inner = cause;
        }
        return inner;
    }

    private Fault fault(Throwable thrown, int depth) {
        seen.put(thrown, Boolean.TRUE);
        String className = thrown instanceof StandIn other
                ? other.className()
                : PromptNames.strip(thrown.getClass().getName());
        return new Fault(className, message(thrown), frames(thrown), cause(thrown, depth), suppressed(thrown, depth));
    }

    private static Optional<String> message(Throwable thrown) {
        String message;
        try {
            message = thrown.getMessage();
        } catch (StoppedError e) {
            throw e;
        } catch (Throwable e) {
            message = "<getMessage() threw ".concat(e.getClass().getName()).concat(">");
        }
        if (message != null && message.length() > MAX_MESSAGE) {
            message = message.substring(0, MAX_MESSAGE) + "... (" + MAX_MESSAGE + " of " + message.length()
                    + " characters)";
        }
        return message == null ? Optional.empty() : Optional.of(PromptNames.strip(message));
    }

    private static List<Frame> frames(Throwable thrown) {
        try {
            return UserFrames.ofException(thrown.getStackTrace());
        } catch (StoppedError e) {
            throw e;
        } catch (Throwable _) {
            return List.of();
        }
    }

    private Optional<Fault> cause(Throwable thrown, int depth) {
        try {
            Throwable cause = thrown.getCause();
            return isNew(cause, depth) ? Optional.of(fault(cause, depth + 1)) : Optional.empty();
        } catch (StoppedError e) {
            throw e;
        } catch (Throwable _) {
            return Optional.empty();
        }
    }

    private List<Fault> suppressed(Throwable thrown, int depth) {
        List<Fault> faults = new ArrayList<>();
        for (Throwable other : thrown.getSuppressed()) {
            if (isNew(other, depth)) {
                faults.add(fault(other, depth + 1));
            }
        }
        return faults;
    }

    private boolean isNew(Throwable other, int depth) {
        return other != null && depth < MAX_DEPTH && seen.size() < MAX_FAULTS && !seen.containsKey(other);
    }
}
