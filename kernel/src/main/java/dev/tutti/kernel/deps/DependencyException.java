package dev.tutti.kernel.deps;

/** What was wished cannot be had; the message is for the user. */
public final class DependencyException extends Exception {

    private static final long serialVersionUID = 1L;

    public DependencyException(String message) {
        super(message);
    }

    DependencyException(String message, Throwable cause) {
        super(message, cause);
    }
}
