package dev.tutti.kernel.magic;

/** A magic cannot do what was asked; the message says why and what to do. */
public final class MagicException extends Exception {

    private static final long serialVersionUID = 1L;

    public MagicException(String message) {
        super(message);
    }
}
