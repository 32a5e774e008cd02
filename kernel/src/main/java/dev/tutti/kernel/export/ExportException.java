package dev.tutti.kernel.export;

/** Cells cannot be brought into another form, or brought back; the message says why and what to do. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
