package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.controller.ControllerConfig;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that writes down what it is told. */
public final class News implements ControllerConfig.Listener {

    private final BlockingQueue<String> items = new LinkedBlockingQueue<>();

    @Override
    public void joined(EngineId engine) {
        items.add("joined " + engine);
    }

    @Override
    public void lost(EngineId engine, String reason) {
        items.add("lost " + engine + ": " + reason);
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        items.add(kind + " " + engine + ": " + text.strip());
    }

    @Override
    public void silent(EngineId engine, Duration since) {
        items.add("silent " + engine);
    }

    /** Waits for an item that begins so, passing over others. */
    public String await(String start) throws InterruptedException {
        while (true) {
            String item = items.poll(20, TimeUnit.SECONDS);
            if (item == null) {
                throw new AssertionError("Nobody said: " + start);
            }
            if (item.startsWith(start)) {
                return item;
            }
        }
    }
}
