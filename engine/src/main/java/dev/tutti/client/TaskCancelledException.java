package dev.tutti.client;

import java.util.concurrent.CancellationException;

/** A task was cancelled before it ran, or stopped while it ran. */
public final class TaskCancelledException extends CancellationException {

    private static final long serialVersionUID = 1L;

    TaskCancelledException(String message) {
        super(message);
    }
}
