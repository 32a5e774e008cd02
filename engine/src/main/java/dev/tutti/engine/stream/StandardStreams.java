package dev.tutti.engine.stream;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import java.io.InputStream;
import java.io.PrintStream;

/** Puts the engine's streams in the place of the JVM's, for its life. */
public final class StandardStreams implements Streams {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;

    private StandardStreams() {}

    /** From now on {@code System.out}, {@code err} and {@code in} of this JVM are the controller's. */
    public static StandardStreams install(EngineId engine, Outbox outbox, Requests requests) {
        StandardStreams before = new StandardStreams();
        LiveArea area = new LiveArea(outbox);
        LiveArea.here(area);
        System.setOut(new LastingPrintStream(new OutputPipe(StreamKind.STDOUT, area, outbox)));
        System.setErr(new LastingPrintStream(new OutputPipe(StreamKind.STDERR, area, outbox)));
        System.setIn(engine.isLocal() ? new InputPipe(requests, area) : InputStream.nullInputStream());
        return before;
    }

    /** Puts the JVM's own streams back. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }
}
