package dev.tutti.client;

/** A closure or argument that cannot travel. The message names the path to what is in the way; nothing was sent. */
public final class UnsendableClosureException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnsendableClosureException(String message, Throwable cause) {
        super(message, cause);
    }
}
