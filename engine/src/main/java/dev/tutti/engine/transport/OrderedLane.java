package dev.tutti.engine.transport;

import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.StreamKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/**
 * What leaves the engine in the order in which it came about: output, and the ends of what wrote it. Output is attributed to
 * what runs. Guarded by the outbox's lock.
 */
final class OrderedLane {

    private static final byte[] NONE = new byte[0];
    private static final StreamKind[] KINDS = StreamKind.values();

    private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();

    /** The beginning of a character that has been written in part, by stream. */
    private final byte[][] unfinished = {NONE, NONE};

    private RequestId running = RequestId.NONE;
    private long outputBytes;
    private long droppedBytes;

    RequestId running() {
        return running;
    }

    /** How many messages wait. */
    int size() {
        return queue.size();
    }

    /** How many bytes of output wait. */
    long outputBytes() {
        return outputBytes;
    }

    /** From now on output belongs to this request. */
    void begin(RequestId request) {
        addUnfinished();
        running = request;
        droppedBytes = 0;
    }

    /** What runs has ended: all its output is in here. */
    void endOutput() {
        addUnfinished();
        if (droppedBytes > 0) {
            String note = "(" + droppedBytes + " bytes of output were dropped when the cell was stopped.)\n";
            byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
            add(new OutputBatch(running, StreamKind.STDERR, System.nanoTime(), bytes));
        }
    }

    void add(Outgoing.Ready message) {
        queue.add(message);
    }

    /** Adds the end of a task. Returns whether its message is full. */
    boolean add(RunEnd end) {
        if (queue.peekLast() instanceof EndsBatch last && last.takes(end)) {
            last.add(end);
            return last.isFull();
        }
        EndsBatch batch = new EndsBatch(System.nanoTime());
        batch.add(end);
        queue.add(batch);
        return batch.isFull();
    }

    /** Adds output as far as its message has room. Returns how much that was. */
    int append(StreamKind kind, byte[] bytes, int from, int count) {
        int taken = openBatch(kind).append(bytes, from, count);
        outputBytes += taken;
        return taken;
    }

    /** Output found no room. */
    void drop(int count) {
        droppedBytes += count;
    }

    /** Nothing in here is to wait for more. */
    void hurry() {
        Outgoing last = queue.peekLast();
        if (last != null) {
            last.hurry();
        }
    }

    /** In how many nanoseconds the first is to leave: only the last one gathers. */
    long dueInNanos(long now) {
        Outgoing head = queue.peek();
        if (head == null) {
            return Long.MAX_VALUE;
        }
        return queue.size() > 1 ? 0 : head.lingersNanos(now);
    }

    /** The first; null if nothing is left of it but the beginning of a character, which is kept for the next. */
    Outgoing poll() {
        Outgoing first = queue.poll();
        return first instanceof OutputBatch batch && isEmptyAfterClosing(batch) ? null : first;
    }

    /** A batch on its way out keeps back the beginning of a character for the next one of its stream. */
    private boolean isEmptyAfterClosing(OutputBatch batch) {
        outputBytes -= batch.length();
        for (Outgoing later : queue) {
            if (!(later instanceof OutputBatch next) || next.request.value() != batch.request.value()) {
                return false;
            }
            if (next.kind == batch.kind) {
                byte[] rest = batch.cutUnfinishedCharacter();
                next.prepend(rest);
                outputBytes += rest.length;
                return batch.length() == 0;
            }
        }
        if (batch.request.value() != running.value()) {
            return false;
        }
        unfinished[batch.kind.ordinal()] = batch.cutUnfinishedCharacter();
        return batch.length() == 0;
    }

    private OutputBatch openBatch(StreamKind kind) {
        if (queue.peekLast() instanceof OutputBatch last && last.takes(running, kind)) {
            return last;
        }
        byte[] rest = unfinished[kind.ordinal()];
        unfinished[kind.ordinal()] = NONE;
        OutputBatch batch = new OutputBatch(running, kind, System.nanoTime(), rest);
        add(batch);
        return batch;
    }

    private void addUnfinished() {
        for (int kind = 0; kind < unfinished.length; kind++) {
            byte[] rest = unfinished[kind];
            if (rest.length > 0) {
                unfinished[kind] = NONE;
                add(new OutputBatch(running, KINDS[kind], System.nanoTime(), rest));
            }
        }
    }

    private void add(OutputBatch batch) {
        queue.add(batch);
        outputBytes += batch.length();
    }
}
