package dev.tutti.engine;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The real engine on a thread of the test's JVM, over a pair of pipes. */
final class InProcessEngine implements TestEngine {

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final Thread main;
    private final ControllerEnd controller;

    private InProcessEngine(EngineId id, Path folder) throws IOException, ProtocolException {
        Pipe up = Pipe.open();
        Pipe down = Pipe.open();
        Connection engineEnd = new Connection(new PipeChannel(down.source(), up.sink()));
        main = Thread.ofPlatform().name("engine-main").start(() -> serve(engineEnd));
        controller = new ControllerEnd(new PipeChannel(up.source(), down.sink()), id, Spool.in(folder));
    }

    static TestEngine start(EngineId id, Path folder) throws IOException, ProtocolException {
        return new InProcessEngine(id, folder);
    }

    @Override
    public ControllerEnd controller() {
        return controller;
    }

    @Override
    public int awaitEnd(long millis) throws InterruptedException {
        try {
            return status.get(millis, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public boolean hasAgent() {
        return false;
    }

    @Override
    public void close() throws Exception {
        controller.close();
        awaitEnd(10_000);
        main.join(10_000);
    }

    private void serve(Connection connection) {
        try {
            Engine.join(connection, "token", status::complete).run();
        } catch (IOException | ProtocolException | RefusedException e) {
            status.completeExceptionally(e);
        }
    }

    /** Two pipes as one channel. */
    private record PipeChannel(Pipe.SourceChannel in, Pipe.SinkChannel out) implements ByteChannel {

        @Override
        public int read(ByteBuffer target) throws IOException {
            return in.read(target);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return out.write(source);
        }

        @Override
        public boolean isOpen() {
            return in.isOpen() && out.isOpen();
        }

        @Override
        public void close() throws IOException {
            out.close();
            in.close();
        }
    }
}
