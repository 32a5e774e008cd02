package dev.tutti.client;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line that is written over and over while somebody waits: done of total, rate, remaining time. */
final class WaitBar {

    private static final int WIDTH = 30;
    private static final int LINE = 79;
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final AsyncResult<?> result;
    private final PrintStream to;
    private final Duration interval;

    WaitBar(AsyncResult<?> result, PrintStream to, Duration interval) {
        this.result = result;
        this.to = to;
        this.interval = interval;
    }

    /** What is waited for is shown where errors go, so that a program's output stays as it is. */
    static WaitBar onStandardError(AsyncResult<?> result) {
        return new WaitBar(result, System.err, INTERVAL);
    }

    void await() throws InterruptedException {
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
