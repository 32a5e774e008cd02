package dev.tutti.client;

import java.util.OptionalInt;

/** An engine could not begin a task, or could not send its value: a class that cannot be had, a name without a value. */
public final class TaskRefusedException extends RemoteException {

    private static final long serialVersionUID = 1L;

    TaskRefusedException(OptionalInt engine, String message) {
        super(engine, message, null);
    }
}
