package dev.tutti.client;

/** A command that could not be run, or that ended with another exit code than 0. */
public final class ShellException extends RuntimeException {

    static final int NOT_RUN = -1;

    private static final long serialVersionUID = 1L;

    /** The exit code; -1 if it could not be run. */
    private final int exitCode;

    ShellException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The exit code; -1 if it could not be run. */
    public int exitCode() {
        return exitCode;
    }
}
