package dev.tutti.kernel.controller;

import dev.tutti.kernel.fake.Line;
import dev.tutti.kernel.transport.MemoryWire;
import java.io.IOException;
import java.util.Optional;

/** A line within this process. */
record MemoryLine(MemoryWire.Peer peer) implements Line {

    private static final long PATIENCE_MILLIS = 60_000;

    @Override
    public void send(byte[] bytes) throws IOException {
        try {
            peer.send(bytes);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Optional<byte[]> receive() throws IOException {
        try {
            return peer.receive(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
