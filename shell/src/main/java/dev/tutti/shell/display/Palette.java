package dev.tutti.shell.display;

/** Styles by their meaning; plain text where there is no colour. */
public enum Palette {
    /** Colours of the terminal's own palette, readable on light and dark. */
    COLOUR,
    /** No escape sequences at all. */
    PLAIN;

    private static final String RESET = "\033[0m";

    private String style(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
    }

    /** {@code Out[3]:}. */
    public String result(String text) {
        return style("\033[31m", text);
    }

    /** The first line of an error. */
    public String error(String text) {
        return style("\033[1;31m", text);
    }

    /** Whose output or error this is. */
    public String source(String text) {
        return style("\033[36m", text);
    }

    /** Places, frames and other things beside the point. */
    public String aside(String text) {
        return style("\033[2m", text);
    }

    /** Something to know. */
    public String note(String text) {
        return style("\033[33m", text);
    }

    /** A line that the other text does not have. */
    public String taken(String text) {
        return style("\033[31m", text);
    }

    /** A line that only the other text has. */
    public String put(String text) {
        return style("\033[32m", text);
    }

    /** A heading or a name. */
    public String strong(String text) {
        return style("\033[1m", text);
    }
}
