package dev.tutti.kernel.controller;

import dev.tutti.kernel.fake.FakeLauncher;
import dev.tutti.kernel.fake.SocketLine;
import dev.tutti.kernel.transport.UnixSocketWire;
import java.io.IOException;

final class UnixSocketClientConversationTest extends ClientConversationTest {

    @Override
    Wire wire() throws IOException {
        return UnixSocketWire.bind();
    }

    @Override
    FakeLauncher.Dialer dialer(Wire wire) {
        return () -> SocketLine.connect(((UnixSocketWire) wire).socket());
    }
}
