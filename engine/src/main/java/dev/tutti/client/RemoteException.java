package dev.tutti.client;

/** What failed on an engine. */
public class RemoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RemoteException(String message, Throwable cause) {
        super(message, cause);
    }
}
