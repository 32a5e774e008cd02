package dev.tutti.kernel.launch;

import dev.tutti.engine.wire.StreamKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.function.BiConsumer;

/**
 * Reads one standard stream of a process, passes it on, and keeps the end of it. Runs on a platform thread: reading a
 * pipe holds the carrier of a virtual thread, and there are as few carriers as cores.
 */
final class ProcessOutput implements Runnable {

    /** How much of the end is kept. */
    private static final int TAIL = 4 << 10;

    private static final int CHUNK = 8 << 10;
    private static final int WINDOW_CHARACTERS = 256 << 10;
    private static final long WINDOW_MILLIS = 250;

    /** The JVM says on standard error that it has read these variables; that is no news for anybody. */
    private static final String PICKED_UP = "Picked up ";

    private static final String NOTE = "NOTE: " + PICKED_UP;

    private final InputStream stream;
    private final StreamKind kind;
    private final BiConsumer<StreamKind, String> listener;
    private final StringBuilder tail = new StringBuilder();
    private boolean atStart = true;
    private long passed;
    private long windowStart = System.nanoTime();

    ProcessOutput(InputStream stream, StreamKind kind, BiConsumer<StreamKind, String> listener) {
        this.stream = stream;
        this.kind = kind;
        this.listener = listener;
    }

    @Override
    public void run() {
        try (Reader reader = new InputStreamReader(stream, Charset.defaultCharset())) {
            char[] chunk = new char[CHUNK];
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                String text = withoutNoise(new String(chunk, 0, count));
                if (!text.isEmpty()) {
                    keep(text);
                    listener.accept(kind, text);
                    keepPace(count);
                }
            }
        } catch (IOException _) {
            // the process is gone, and its pipe with it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last characters that came. */
    synchronized String tail() {
        return tail.toString();
    }

    /** Nobody wants more than a megabyte a second of this; a process that writes more waits for its pipe. */
    private void keepPace(int count) throws InterruptedException {
        passed += count;
        if (passed > WINDOW_CHARACTERS) {
            Thread.sleep(Math.max(0, WINDOW_MILLIS - (System.nanoTime() - windowStart) / 1_000_000));
            passed = 0;
            windowStart = System.nanoTime();
        }
    }

    private synchronized void keep(String text) {
        tail.append(text);
        if (tail.length() > TAIL) {
            tail.delete(0, tail.length() - TAIL);
        }
    }

    /** The JVM writes such a line at once and before all else, so it is found at the start of the first chunks. */
    private String withoutNoise(String text) {
        String rest = text;
        while (atStart && (rest.startsWith(PICKED_UP) || rest.startsWith(NOTE))) {
            int end = rest.indexOf('\n');
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        atStart = atStart && rest.isEmpty();
        return rest;
    }
}
