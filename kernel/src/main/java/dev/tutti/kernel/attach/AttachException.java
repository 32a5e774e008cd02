package dev.tutti.kernel.attach;

/** An engine cannot get into a JVM; the message is a sentence for the user that says why and what to do. */
public final class AttachException extends Exception {

    private static final long serialVersionUID = 1L;

    AttachException(String message) {
        super(message);
    }
}
