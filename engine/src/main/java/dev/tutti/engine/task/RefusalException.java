package dev.tutti.engine.task;

import dev.tutti.engine.render.PromptNames;

/** A task that cannot be run, or whose value cannot be sent; the message says why. */
final class RefusalException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusalException(String message) {
        super(message);
    }

    RefusalException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The type of a value, for such a message. */
    static String typeOf(Object value) {
        return value == null ? "null" : PromptNames.strip(value.getClass().getTypeName());
    }
}
