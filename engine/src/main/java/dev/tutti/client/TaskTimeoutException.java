package dev.tutti.client;

import java.util.OptionalInt;

/** The time of a task was over, while it waited for an engine or while it ran; the message says which. */
public final class TaskTimeoutException extends RemoteException {

    private static final long serialVersionUID = 1L;

    TaskTimeoutException(OptionalInt engine, String message) {
        super(engine, message, null);
    }
}
