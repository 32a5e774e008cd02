package dev.tutti.client;

import java.util.OptionalInt;

/** The engine of a task is gone, and the task could not be run elsewhere; the message says what became of the engine. */
public final class EngineLostException extends RemoteException {

    private static final long serialVersionUID = 1L;

    EngineLostException(OptionalInt engine, String message) {
        super(engine, message, null);
    }
}
