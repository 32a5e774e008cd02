package dev.tutti.engine.target;

/** Targets that cannot be read or are not there; the message says which and what to do. */
public final class TargetException extends Exception {

    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }
}
