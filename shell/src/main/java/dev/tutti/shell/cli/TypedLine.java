package dev.tutti.shell.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A line that is typed at the terminal while a cell runs. A program of its own waits for it, because a read of this
 * process that nobody wants any more could not be called back: it would take the first key of the next prompt.
 */
final class TypedLine {

    private static final long PATIENCE_MILLIS = 500;

    private TypedLine() {}

    /**
     * Waits for a line; Ctrl-D alone gives nothing.
     *
     * @param limit at most so many bytes
     * @throws InterruptedIOException if the calling thread was interrupted; what is typed from then on is for others
     */
    static byte[] read(int limit) throws IOException {
        Process reader;
        try {
            reader = new ProcessBuilder("/bin/sh", "-c", "trap '' INT; exec dd bs=" + limit + " count=1")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            byte[] bytes = new byte[limit]; // no such programs: then a read that cannot be called back
            return Arrays.copyOf(bytes, Math.max(0, System.in.read(bytes)));
        }
        try {
            if (reader.waitFor() == 0) {
                return reader.getInputStream().readAllBytes();
            }
        } catch (InterruptedException _) {
            end(reader);
        }
        throw new InterruptedIOException("Reading from the terminal was given up.");
    }

    /** The prompt waits for it: two readers would share the keys. */
    private static void end(Process reader) {
        try {
            reader.destroyForcibly().waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
