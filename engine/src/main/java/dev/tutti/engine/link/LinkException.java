package dev.tutti.engine.link;

/** The controller could not be reached, or did not do what was asked; the message says why. */
public final class LinkException extends Exception {

    private static final long serialVersionUID = 1L;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
