package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What engines answered to one question; those that did not are left out. */
record Replies(Map<EngineId, Message.Reply> byEngine) {

    Replies {
        byEngine = Collections.unmodifiableMap(new TreeMap<>(byEngine));
    }

    /** Where each was that answered a stop request. */
    Map<EngineId, List<Frame>> whereabouts() {
        Map<EngineId, List<Frame>> frames = new TreeMap<>();
        byEngine.forEach((engine, reply) -> {
            if (reply instanceof Message.Stopping(var where)) {
                frames.put(engine, where);
            }
        });
        return Collections.unmodifiableMap(frames);
    }
}
