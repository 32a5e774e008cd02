package dev.tutti.kernel.settings;

/** A setting that does not exist or cannot have that value; the message says what is possible. */
public final class SettingException extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
