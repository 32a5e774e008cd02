package dev.tutti.engine.execute;

/** A variable or name has no value here, or cannot take one; the message says why. */
public final class VariableException extends Exception {

    private static final long serialVersionUID = 1L;

    VariableException(String message) {
        super(message);
    }

    VariableException(String message, Throwable cause) {
        super(message, cause);
    }
}
