package dev.tutti.kernel.browse;

/** An engine does not tell of an object; the message says why. */
public final class BrowseException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrowseException(String message) {
        super(message);
    }
}
