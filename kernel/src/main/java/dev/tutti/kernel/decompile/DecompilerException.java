package dev.tutti.kernel.decompile;

/** Class files could not be decompiled; the message is for the user. */
public final class DecompilerException extends Exception {

    private static final long serialVersionUID = 1L;

    DecompilerException(String message, Throwable cause) {
        super(message, cause);
    }
}
