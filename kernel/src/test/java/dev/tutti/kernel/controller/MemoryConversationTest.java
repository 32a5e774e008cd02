package dev.tutti.kernel.controller;

import dev.tutti.kernel.fake.FakeLauncher;
import dev.tutti.kernel.fake.Line;
import dev.tutti.kernel.transport.MemoryWire;
import java.io.IOException;
import java.util.Optional;

final class MemoryConversationTest extends ConversationTest {

    @Override
    Wire wire() {
        return new MemoryWire();
    }

    @Override
    FakeLauncher.Dialer dialer(Wire wire) {
        return () -> new PeerLine(((MemoryWire) wire).connect());
    }

    /** A line within this process. */
    private record PeerLine(MemoryWire.Peer peer) implements Line {

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
                return peer.receive(60_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            peer.close();
        }
    }
}
