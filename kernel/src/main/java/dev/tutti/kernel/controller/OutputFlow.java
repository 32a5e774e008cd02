package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;

/**
 * One cell's output on its way from one engine to the taker of the dispatch. While more than a bound of it is waiting to
 * be taken, the engine's connection is not read, so the engine blocks where it prints. When the connection must be read
 * nevertheless (a stop has been asked for, whose answer comes the same way; the process has ended), what exceeds the
 * bound is dropped, counted, and marked.
 */
final class OutputFlow {

    /** About 1 MB waits at most, besides what is on its way already. */
    static final long BOUND = 1 << 20;

    /** What an event takes besides its characters. */
    private static final int EVENT_COST = 100;

    private final RequestId execution;
    private final EngineId engine;
    private final CellNumber cell;
    private long waiting;
    private boolean held;
    private boolean dropping;
    private long dropped;
    private StreamKind droppedKind = StreamKind.STDOUT;

    OutputFlow(RequestId execution, EngineId engine, CellNumber cell) {
        this.execution = execution;
        this.engine = engine;
        this.cell = cell;
    }

    /** What a waiting text costs, against {@link #BOUND}. */
    static long cost(String text) {
        return text.length() + EVENT_COST;
    }

    CellNumber cell() {
        return cell;
    }

    /** Whether the engine's connection must not be read. */
    boolean held() {
        return held;
    }

    /** Whether nothing is held back any more. */
    boolean dropping() {
        return dropping;
    }

    void output(Turn turn, Message.Output output) {
        long cost = cost(output.text());
        if (dropping && waiting + cost > BOUND) {
            dropped += output.text().length();
            droppedKind = output.kind();
            return;
        }
        markDropped(turn);
        deliver(turn, output.kind(), output.text());
        waiting += cost;
        held = held || !dropping && waiting > BOUND;
    }

    void taken(long cost) {
        waiting -= cost;
        if (waiting <= BOUND / 2) {
            held = false;
        }
    }

    /** From now on nothing is held back, but dropped. */
    void drop() {
        dropping = true;
        held = false;
    }

    /** The last thing before the terminal event. */
    void markDropped(Turn turn) {
        if (dropped > 0) {
            deliver(turn, droppedKind, "\n... " + dropped + " characters of output dropped\n");
            dropped = 0;
        }
    }

    private void deliver(Turn turn, StreamKind kind, String text) {
        turn.add(new Instruction.Deliver(execution, new DispatchEvent.Output(engine, kind, text)));
    }
}
