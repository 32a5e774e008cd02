package dev.tutti.shell.display;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * Where text goes: standard output and standard error, kept in order. Any thread.
 */
public final class Screen {

    private final PrintStream out;
    private final PrintStream err;
    private final Palette palette;
    private final boolean terminal;
    private final IntSupplier width;
    private boolean lineOpen;
    private boolean progressShown;
    private boolean lent;

    /**
     * A screen.
     *
     * @param out standard output
     * @param err standard error
     * @param palette colours or none
     * @param terminal whether both are a terminal whose cursor moves: then progress is shown
     * @param width columns
     */
    public Screen(PrintStream out, PrintStream err, Palette palette, boolean terminal, IntSupplier width) {
        this.out = out;
        this.err = err;
        this.palette = palette;
        this.terminal = terminal;
        this.width = width;
    }

    Palette palette() {
        return palette;
    }

    /** Whether somebody reads along. */
    boolean isTerminal() {
        return terminal;
    }

    int width() {
        return width.getAsInt();
    }

    /** Text as it is; the next line begins on a line of its own even if this has no newline at its end. */
    synchronized void write(String text) {
        if (text.isEmpty()) {
            return;
        }
        clearProgress();
        out.print(text);
        lineOpen = !text.endsWith("\n");
        out.flush();
    }

    /** What was read where nobody types, behind its prompt. */
    public synchronized void answer(String prompt, String text) {
        line(prompt + text);
    }

    /** A line of standard output. */
    synchronized void line(String text) {
        closeLine();
        out.print(text);
        out.print('\n');
        out.flush();
    }

    /** Text to standard error as it is. */
    synchronized void writeError(String text) {
        clearProgress();
        out.flush();
        err.print(text);
        err.flush();
    }

    /** A line of standard error; on a terminal it is broken at blanks, not in the middle of words. */
    public synchronized void errorLine(String text) {
        closeLine();
        out.flush();
        err.print(terminal ? WrappedText.of(text, width()) : text);
        err.print('\n');
        err.flush();
    }

    /** A line that the next one replaces; shown on a terminal only. */
    synchronized void progress(String text) {
        if (terminal && !lineOpen && !lent) {
            err.print("\r\033[K" + palette.aside(text.length() < width() ? text : text.substring(0, width() - 1)));
            err.flush();
            progressShown = true;
        }
    }

    /** Ends an open line, so that a prompt can follow. */
    public synchronized void closeLine() {
        clearProgress();
        if (lineOpen) {
            out.print('\n');
            out.flush();
            lineOpen = false;
        }
    }

    /** A program has the terminal from here on: a line of its own to begin with, and no progress between. */
    public synchronized void lend() {
        closeLine();
        out.flush();
        err.flush();
        lent = true;
    }

    /** Somebody types an answer, where the cursor is: nothing may come between. */
    public synchronized void listen(boolean now) {
        clearProgress();
        lent = now;
    }

    /** The program has ended, and the cursor stands at the beginning of a line. */
    public synchronized void takeBack() {
        lent = false;
        lineOpen = false;
    }

    /** Takes away the line of {@link #progress}. */
    synchronized void endProgress() {
        clearProgress();
    }

    private void clearProgress() {
        if (progressShown) {
            err.print("\r\033[K");
            err.flush();
            progressShown = false;
        }
    }
}
