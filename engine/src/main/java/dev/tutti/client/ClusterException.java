package dev.tutti.client;

/** A cluster could not be reached, started or asked; the message says why and what to do. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
