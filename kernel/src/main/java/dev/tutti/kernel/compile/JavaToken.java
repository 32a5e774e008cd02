package dev.tutti.kernel.compile;

/**
 * A word of Java text.
 *
 * @param kind what it is
 * @param text as it stands
 * @param start where it begins in the text
 */
record JavaToken(Kind kind, String text, int start) {

    enum Kind {
        /** An identifier or a keyword. */
        WORD,
        NUMBER,
        /** A string, a text block or a character. */
        LITERAL,
        /** An operator or a separator. */
        SIGN
    }

    int end() {
        return start + text.length();
    }

    boolean is(String wanted) {
        return kind != Kind.LITERAL && text.equals(wanted);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
