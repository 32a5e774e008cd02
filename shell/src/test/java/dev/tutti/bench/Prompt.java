package dev.tutti.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A shell as the terminal bench knows it.
 *
 * @param name the row's prefix, empty for ours
 * @param command how it is started
 * @param member a line whose Tab completes uniquely, up to the Tab
 * @param rest what the Tab adds
 */
record Prompt(String name, String command, String member, String rest) {

    private static final String CELL = "1+41\r";
    /** From the last key to Enter. */
    private static final long TYPING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** What is done behind the first prompt is done by then. */
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final String BELL = "\u0007";

    /** Process start to prompt, and to the first result of a user who types at once. */
    void start(Rows rows) throws IOException {
        long start = System.nanoTime();
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            rows.add("start.prompt", System.nanoTime() - start);
            pty.type(CELL);
            pty.await("Out[1]: 42");
            rows.add("start.first_result", System.nanoTime() - start);
        }
    }

    /** The first Tab ever, as soon as there is a prompt, some more at once, and some when the start is over. */
    void completion(Rows rows, int each) throws IOException {
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            tab(pty, rows, "completion.first");
            for (int i = 0; i < each; i++) {
                tab(pty, rows, "completion.second");
            }
            LockSupport.parkNanos(START_NANOS);
            for (int i = 0; i < each; i++) {
                tab(pty, rows, "completion.warm");
            }
        }
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            LockSupport.parkNanos(START_NANOS);
            tab(pty, rows, "completion.first_after_start");
        }
    }

    private void tab(Pty pty, Rows rows, String metric) throws IOException {
        pty.type(member);
        pty.await(member.substring(member.length() - 1));
        long start = System.nanoTime();
        do {
            pty.type("\t"); // a bell says that there is no answer yet: the user asks again
        } while (!pty.awaitEither(rest, BELL));
        rows.add(metric, System.nanoTime() - start);
        pty.type("\025");
    }

    /** Enter to the next prompt, early and after many cells. */
    void enter(Rows rows, int many) throws IOException {
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            for (int cell = 1; cell <= many + 50; cell++) {
                pty.type("1+41");
                pty.await("41");
                long start = System.nanoTime();
                pty.type("\r");
                pty.await("In [" + (cell + 1) + "]: ");
                long took = System.nanoTime() - start;
                if (cell > 5 && cell <= 15) {
                    rows.add("enter.cell_10", took);
                } else if (cell > many) {
                    rows.add("enter.cell_" + many, took);
                }
            }
        }
    }

    /** The same when Enter follows a moment later, as by a user who types. */
    void enterAfterPause(Rows rows, int cells) throws IOException {
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            for (int cell = 1; cell <= cells + 5; cell++) {
                pty.type("1+41");
                pty.await("41");
                LockSupport.parkNanos(TYPING_NANOS);
                long start = System.nanoTime();
                pty.type("\r");
                pty.await("In [" + (cell + 1) + "]: ");
                if (cell > 5) {
                    rows.add("enter.after_pause", System.nanoTime() - start);
                }
            }
        }
    }
}
