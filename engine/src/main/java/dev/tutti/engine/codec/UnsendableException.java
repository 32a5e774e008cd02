package dev.tutti.engine.codec;

/** A value that cannot travel, or cannot be read where it arrived. The message names the path to what is in the way. */
public final class UnsendableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnsendableException(String message) {
        super(message);
    }

    public UnsendableException(String message, Throwable cause) {
        super(message, cause);
    }
}
