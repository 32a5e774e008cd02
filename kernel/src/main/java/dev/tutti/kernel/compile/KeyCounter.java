package dev.tutti.kernel.compile;

import jdk.jshell.Snippet;

/** Counts the numbers that JShell gives to names, so that a name gets the number it had in another JShell. */
final class KeyCounter {

    private static final String PREFIX = "REPL.$JShell$";

    private final CompilerSession session;

    KeyCounter(CompilerSession session) {
        this.session = session;
    }

    /** The number in a snippet's wrapper name. */
    static int key(LiveSnippet snippet) {
        int end = PREFIX.length();
        while (end < snippet.wrapper().length()
                && Character.isDigit(snippet.wrapper().charAt(end))) {
            end++;
        }
        return Integer.parseInt(snippet.wrapper().substring(PREFIX.length(), end));
    }

    /** Uses numbers up until the next name gets this one, or the one after it if it is gone already. */
    void advanceTo(int key) {
        while (last() < key - 1) {
            session.eval(")");
        }
    }

    private int last() {
        return session.shell()
                .snippets()
                .map(Snippet::id)
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
