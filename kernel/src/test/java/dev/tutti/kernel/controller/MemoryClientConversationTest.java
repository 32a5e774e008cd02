package dev.tutti.kernel.controller;

import dev.tutti.kernel.fake.FakeLauncher;
import dev.tutti.kernel.transport.MemoryWire;

final class MemoryClientConversationTest extends ClientConversationTest {

    @Override
    Wire wire() {
        return new MemoryWire();
    }

    @Override
    FakeLauncher.Dialer dialer(Wire wire) {
        return () -> new MemoryLine(((MemoryWire) wire).connect());
    }
}
