package dev.tutti.engine.stream;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.StreamKind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines at the bottom of a terminal that are drawn over and over, below what is printed meanwhile. They are drawn on
 * standard error, so that standard output stays what it is. Both streams of the engine pass through here, since only who
 * sees all that is printed knows where the lines stand. Any thread.
 */
public final class LiveArea {

    private static final int NEWLINE = '\n';

    private static volatile LiveArea current;

    private final Outbox outbox;
    private List<String> lines = List.of();
    private int drawn;
    private boolean lineOpen;
    private boolean listening;

    LiveArea(Outbox outbox) {
        this.outbox = outbox;
    }

    /** That of this JVM's streams. @throws IllegalStateException if they are not those of an engine */
    public static LiveArea here() {
        LiveArea area = current;
        if (area == null) {
            throw new IllegalStateException("Nothing is drawn here: the streams are not those of an engine.");
        }
        return area;
    }

    static void here(LiveArea area) {
        current = area;
    }

    /** Draws lines in the place of those before; none: takes them away. @param next none is as wide as the terminal */
    public synchronized void show(List<String> next) {
        erase();
        lines = List.copyOf(next);
        draw();
        outbox.flush();
    }

    /** Somebody prints. */
    synchronized void print(StreamKind kind, byte[] bytes, int from, int count) {
        erase();
        outbox.append(kind, bytes, from, count);
        if (count > 0) {
            lineOpen = bytes[from + count - 1] != NEWLINE;
        }
        draw();
    }

    /** Somebody types, or no more: what is typed moves the cursor, and nobody here knows where. */
    synchronized void listen(boolean now) {
        erase();
        listening = now;
        draw();
        outbox.flush();
    }

    /** Prints a line as code of the user's does. */
    public static void println(String line) {
        System.out.println(line);
    }

    /** Not behind an open line: what belongs there may still come. */
    private void draw() {
        if (!lines.isEmpty() && !lineOpen && !listening) {
            append(String.join("\033[K\n", lines) + "\033[K\n");
            drawn = lines.size();
        }
    }

    private void erase() {
        if (drawn > 0) {
            append("\033[" + drawn + "A\r\033[J");
            drawn = 0;
        }
    }

    private void append(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        outbox.append(StreamKind.STDERR, bytes, 0, bytes.length);
    }
}
