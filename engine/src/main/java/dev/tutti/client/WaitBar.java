package dev.tutti.client;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * One line that is written over and over while somebody waits: done of total, rate, remaining time. Nothing is written
 * where nobody would see it: in files and pipes.
 */
final class WaitBar {

    /** Whether standard error ends at a terminal, {@code true} or {@code false}: an engine cannot see that itself. */
    static final String TERMINAL_PROPERTY = "tutti.stderr.terminal";

    private static final int WIDTH = 30;
    private static final int LINE = 79;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final AsyncResult<?> result;
    private final PrintStream to;
    private final Duration interval;
    private final boolean visible;

    WaitBar(AsyncResult<?> result, PrintStream to, Duration interval, boolean visible) {
        this.result = result;
        this.to = to;
        this.interval = interval;
        this.visible = visible;
    }

    /** What is waited for is shown where errors go, so that a program's output stays as it is. */
    static WaitBar onStandardError(AsyncResult<?> result) {
        return new WaitBar(result, System.err, INTERVAL, endsAtTerminal());
    }

    private static boolean endsAtTerminal() {
        String told = System.getProperty(TERMINAL_PROPERTY);
        return told == null ? System.console() != null && System.console().isTerminal() : told.equals("true");
    }

    void await() throws InterruptedException {
        if (!visible) {
            result.await();
            return;
        }
        boolean shown = false;
        while (!result.await(interval)) {
            to.print("\r" + line());
            to.flush();
            shown = true;
        }
        if (shown) {
            to.println("\r" + line());
        }
    }

    String line() {
        int done = result.itemsDone();
        int total = result.items();
        double seconds = Math.max(1e-3, result.elapsed().toNanos() / 1e9);
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        String name = result.label().isEmpty() ? "" : result.label() + " ";
        String bar = "█".repeat(filled) + "·".repeat(WIDTH - filled);
        String line = String.format(
                Locale.ROOT, "%s%s %d/%d  %.1f s  %.1f/s", name, bar, done, total, seconds, done / seconds);
        if (done > 0 && done < total) {
            line += String.format(Locale.ROOT, "  %.1f s left", seconds / done * (total - done));
        }
        return line + " ".repeat(Math.max(0, LINE - line.length()));
    }
}
