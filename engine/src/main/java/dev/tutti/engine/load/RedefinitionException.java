package dev.tutti.engine.load;

/** A class that is in use already cannot take its new form. */
public final class RedefinitionException extends Exception {

    private static final long serialVersionUID = 1L;

    RedefinitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
