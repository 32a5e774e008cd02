package dev.tutti.engine.execute;

/** What user code throws when it finds that its task is not to run on this engine. Any thread makes it. */
public final class NotHereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason why not, as the end of a sentence */
    public NotHereException(String reason) {
        super(reason);
    }
}
