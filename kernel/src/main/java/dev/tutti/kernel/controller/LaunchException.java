package dev.tutti.kernel.controller;

/** An engine could not be started; the message tells why, with what its process wrote. */
public final class LaunchException extends Exception {

    private static final long serialVersionUID = 1L;

    public LaunchException(String message) {
        super(message);
    }

    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
