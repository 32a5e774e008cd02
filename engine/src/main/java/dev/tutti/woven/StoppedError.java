package dev.tutti.woven;

/**
 * Ends user code that was asked to stop. An Error, so that code which catches exceptions lets it pass; without a stack
 * trace, because the stop's answer tells where the code was.
 */
public final class StoppedError extends Error {

    private static final long serialVersionUID = 1L;

    public StoppedError() {
        super("The cell was stopped.", null, false, false);
    }
}
