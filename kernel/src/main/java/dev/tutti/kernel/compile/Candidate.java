package dev.tutti.kernel.compile;

import java.util.Objects;

/**
 * One way to go on.
 *
 * @param text what replaces the text from the anchor to the cursor
 * @param kind what it is
 * @param detail its signature or type, empty if not known
 * @param matchesType whether it is of the type that is wanted there
 * @param imports the full name of the type that must be imported for it; empty if none
 */
public record Candidate(String text, Kind kind, String detail, boolean matchesType, String imports) {

    /** One that needs no import. */
    public Candidate(String text, Kind kind, String detail, boolean matchesType) {
        this(text, kind, detail, matchesType, "");
    }

    /** Kinds of candidates, in the words that the menu shows. */
    public enum Kind {
        VARIABLE,
        FIELD,
        CONSTANT,
        METHOD,
        TYPE,
        PACKAGE,
        KEYWORD,
        MAGIC,
        OPTION,
        TARGET,
        FILE,
        LIBRARY,
        KEY,
        SYMBOL
    }

    public Candidate {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(imports, "imports");
    }
}
