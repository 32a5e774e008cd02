package dev.tutti.client;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Prints what tasks write, as it comes. The thread that brings it only queues it; the thread {@code client-callbacks}
 * prints, and whoever closes prints the rest.
 */
final class OutputStreaming implements Part.Listener, Registration {

    private final Parts parts;
    private final PrintStream to;
    private final ConcurrentLinkedQueue<Piece> queue = new ConcurrentLinkedQueue<>();
    private final Object printing = new Object();
    private String source = "";
    private boolean inLine;

    private record Piece(String source, String text) {}

    private OutputStreaming(Parts parts, PrintStream to) {
        this.parts = parts;
        this.to = to;
    }

    static OutputStreaming start(Parts parts, PrintStream to) {
        OutputStreaming streaming = new OutputStreaming(parts, to);
        parts.all().forEach(part -> part.listen(streaming));
        return streaming;
    }

    @Override
    public void wrote(EngineId engine, StreamKind kind, String text) {
        queue.add(new Piece(kind.name().toLowerCase(Locale.ROOT) + ":" + engine, text));
        Callbacks.run(this::print);
    }

    @Override
    public void ended(Part part) {
        // All its output has come before.
    }

    private void print() {
        synchronized (printing) {
            for (Piece piece = queue.poll(); piece != null; piece = queue.poll()) {
                print(piece);
            }
            to.flush();
        }
    }

    private void print(Piece piece) {
        if (!piece.source().equals(source)) {
            if (inLine) {
                to.println();
            }
            to.print("[" + piece.source() + "] ");
            source = piece.source();
        }
        to.print(piece.text());
        inLine = !piece.text().endsWith("\n");
    }

    @Override
    public void close() {
        parts.all().forEach(part -> part.unlisten(this));
        print();
        synchronized (printing) {
            if (inLine) {
                to.println();
                to.flush();
                inLine = false;
            }
        }
    }
}
