package dev.tutti.shell.help;

/** What a piece of help text is; the display decides how that looks. */
public enum TextStyle {
    PLAIN,
    EMPHASIS,
    STRONG,
    /** Names and code in running text. */
    CODE,
    /** A heading of a section. */
    HEADING,
    /** What the page is about: a signature. */
    SUBJECT,
    /** Less important than the rest. */
    DIM
}
