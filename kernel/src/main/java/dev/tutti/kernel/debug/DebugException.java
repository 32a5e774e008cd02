package dev.tutti.kernel.debug;

/** The debugger cannot do what it was asked for; the message is a sentence for the user. */
public final class DebugException extends Exception {

    private static final long serialVersionUID = 1L;

    public DebugException(String message) {
        super(message);
    }
}
