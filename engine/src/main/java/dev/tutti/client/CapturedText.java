package dev.tutti.client;

import dev.tutti.engine.wire.StreamKind;
import java.util.ArrayDeque;

/** What one task wrote, in order, so that it can be shown later; bounded: of much the end is kept. Guarded by its owner. */
final class CapturedText {

    /** Characters that are kept of one task. */
    static final int LIMIT = 1 << 20;

    private final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    private long kept;
    private long dropped;

    /** A piece of one stream. */
    record Chunk(StreamKind kind, String text) {}

    void add(StreamKind kind, String text) {
        chunks.add(new Chunk(kind, text));
        kept += text.length();
        while (kept > LIMIT && chunks.size() > 1) {
            int length = chunks.removeFirst().text().length();
            kept -= length;
            dropped += length;
        }
    }

    Iterable<Chunk> chunks() {
        return chunks;
    }

    String of(StreamKind kind) {
        StringBuilder text = new StringBuilder();
        if (dropped > 0) {
            text.append("... (").append(dropped).append(" characters of output were dropped)\n");
        }
        for (Chunk chunk : chunks) {
            if (chunk.kind() == kind) {
                text.append(chunk.text());
            }
        }
        return text.toString();
    }
}
