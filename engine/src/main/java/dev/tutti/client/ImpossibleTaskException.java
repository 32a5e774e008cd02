package dev.tutti.client;

import java.util.OptionalInt;

/** A task can never be placed: a dependency that cannot be met any more, or no engine that it may run on. */
public final class ImpossibleTaskException extends RemoteException {

    private static final long serialVersionUID = 1L;

    ImpossibleTaskException(OptionalInt engine, String message) {
        super(engine, message, null);
    }
}
