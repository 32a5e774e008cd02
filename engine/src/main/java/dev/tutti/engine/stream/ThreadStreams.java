package dev.tutti.engine.stream;

import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.StreamKind;
import java.io.IOException;
import java.io.InputStream;

/**
 * The engine's streams in the JVM of an application: what the calling thread, and the threads that it and these start,
 * print travels to the controller, and their input is at its end. All others print and read as before.
 */
public final class ThreadStreams implements Streams {

    /** Unlike a thread group, it is handed on to virtual threads too. */
    private static final InheritableThreadLocal<Boolean> OURS = new InheritableThreadLocal<>();

    private static volatile boolean open;

    private final ThreadPrintStream out;
    private final ThreadPrintStream err;
    private final ThreadInput in;

    private ThreadStreams(Outbox outbox) {
        LiveArea area = new LiveArea(outbox);
        LiveArea.here(area);
        out = new ThreadPrintStream(
                System.out, new LastingPrintStream(new OutputPipe(StreamKind.STDOUT, area, outbox)));
        err = new ThreadPrintStream(
                System.err, new LastingPrintStream(new OutputPipe(StreamKind.STDERR, area, outbox)));
        in = new ThreadInput(System.in);
    }

    /** From now on this thread's streams are the controller's. Once in the life of an engine. */
    public static ThreadStreams install(Outbox outbox) {
        ThreadStreams streams = new ThreadStreams(outbox);
        OURS.set(true);
        open = true;
        System.setOut(streams.out);
        System.setErr(streams.err);
        System.setIn(streams.in);
        return streams;
    }

    /** Whether the calling thread's streams are the controller's. */
    static boolean areOfThisThread() {
        return open && OURS.get() != null;
    }

    /** Puts the application's streams back; where others have been put over ours, ours hand on all to them. */
    @Override
    public void close() {
        open = false;
        OURS.remove();
        if (System.out == out) {
            System.setOut(out.before());
        }
        if (System.err == err) {
            System.setErr(err.before());
        }
        if (System.in == in) {
            System.setIn(in.before());
        }
    }

    /** Standard input by thread. */
    private static final class ThreadInput extends InputStream {

        private final InputStream before;

        ThreadInput(InputStream before) {
            this.before = before;
        }

        InputStream before() {
            return before;
        }

        private InputStream now() {
            return areOfThisThread() ? nullInputStream() : before;
        }

        @Override
        public int read() throws IOException {
            return now().read();
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return now().read(target, from, count);
        }

        @Override
        public int available() throws IOException {
            return now().available();
        }

        @Override
        public long skip(long count) throws IOException {
            return now().skip(count);
        }

        @Override
        public boolean markSupported() {
            return before.markSupported();
        }

        @Override
        public void mark(int limit) {
            now().mark(limit);
        }

        @Override
        public void reset() throws IOException {
            now().reset();
        }

        @Override
        public void close() throws IOException {
            now().close();
        }
    }
}
