package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.HashSet;
import java.util.Set;

/** What is kept back of a client that does not read what it is sent. */
final class Congestion {

    private final long client;
    private boolean congested;
    private boolean deaf;
    private long dropped;
    private TaskMessage.TaskOutput lastDropped;

    /** Engines whose connections are not read because of this client. */
    final Set<EngineId> holding = new HashSet<>();

    Congestion(long client) {
        this.client = client;
    }

    /** Whether more is waiting for it than should. */
    boolean congested() {
        return congested;
    }

    /** Whether it has been so for so long that nobody is held back for it any more. */
    boolean deaf() {
        return deaf;
    }

    void begin() {
        congested = true;
    }

    void patienceIsOver() {
        deaf = congested;
    }

    void end() {
        congested = false;
        deaf = false;
    }

    /** Tells that an engine is held back for it. */
    void hold(Slot slot) {
        slot.heldFor.add(client);
        holding.add(slot.id());
    }

    void drop(TaskMessage.TaskOutput output) {
        dropped += output.text().length();
        lastDropped = output;
    }

    /** Says how much was dropped before anything more is said. */
    void markDropped(Turn turn, Client to) {
        if (dropped > 0) {
            String mark = "\n... " + dropped + " characters of output dropped\n";
            to.tell(
                    turn,
                    RequestId.NONE,
                    new TaskMessage.TaskOutput(lastDropped.task(), lastDropped.engine(), lastDropped.kind(), mark));
            dropped = 0;
        }
    }
}
