package dev.tutti.shell.line;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Lines of a reader that cannot be interrupted: a thread of its own ({@code shell-lines}) waits for the line, so that
 * Ctrl-C need not. It reads no further than one line beyond what is wanted. Used by the typing thread.
 */
final class PlainLines {

    private final Reader reader;
    private CompletableFuture<Optional<String>> coming;
    private boolean afterReturn;

    PlainLines(Reader reader) {
        this.reader = reader;
    }

    /**
     * The next line without its end; empty at the end of the input. After an interrupt the same line is still expected.
     */
    Optional<String> next() throws InterruptedException, IOException {
        if (coming == null) {
            coming = CompletableFuture.supplyAsync(
                    this::read,
                    task -> Thread.ofPlatform().daemon().name("shell-lines").start(task));
        }
        try {
            Optional<String> line = coming.get();
            coming = null;
            return line;
        } catch (ExecutionException e) {
            coming = null;
            throw new IOException("The terminal cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    private Optional<String> read() {
        StringBuilder line = new StringBuilder();
        try {
            while (true) {
                int c = reader.read();
                boolean secondOfPair = afterReturn && c == '\n';
                afterReturn = c == '\r';
                if (c < 0) {
                    return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
                }
                if (c == '\r' || c == '\n' && !secondOfPair) {
                    return Optional.of(line.toString());
                }
                if (!secondOfPair) {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
