package dev.tutti.shell.cli;

/**
 * Which of the standard streams are a terminal. The start script has looked and says so in the property
 * {@code tutti.terminal}, the digits of those that are; the JDK's own way would load its own line editor.
 */
record Streams(boolean inputIsTerminal, boolean outputIsTerminal, boolean errorIsTerminal) {

    static Streams detect() {
        String digits = System.getProperty("tutti.terminal");
        if (digits == null) {
            boolean all = System.console() != null && System.console().isTerminal();
            return new Streams(all, all, all);
        }
        return new Streams(digits.contains("0"), digits.contains("1"), digits.contains("2"));
    }

    /** Whether the terminal can move its cursor and show colours. */
    boolean capable() {
        String term = System.getenv("TERM");
        return outputIsTerminal && term != null && !term.isEmpty() && !term.equals("dumb");
    }
}
