package dev.tutti.client;

import java.util.OptionalInt;

/** There is no engine, or none that was asked for; the message says what to do. Nothing was sent. */
public final class NoEnginesException extends RemoteException {

    private static final long serialVersionUID = 1L;

    NoEnginesException(String message) {
        super(OptionalInt.empty(), message, null);
    }
}
