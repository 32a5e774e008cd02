package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the engine has to say, in two lanes. Answers that must not wait (signs of life, stops, class misses) overtake;
 * output and the replies of the main thread keep their order, so that all output of an execution is out before its end.
 *
 * <p>Output is gathered: what user code prints within a few milliseconds travels as one message. It is bounded: a thread
 * that prints faster than the controller reads waits here, in {@code println}. Only {@link #release} lets it go, by
 * dropping what finds no room; interrupts do not, so that they never lose text.
 *
 * <p>Concurrency: one lock, held for copying alone. Any thread puts in; the writing thread takes out.
 */
public final class Outbox {

    /** How much output waits at most, in bytes. */
    static final int BOUND_BYTES = 256 << 10;

    private static final byte[] NONE = new byte[0];
    private static final StreamKind[] KINDS = StreamKind.values();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final ArrayDeque<byte[]> urgent = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> ordered = new ArrayDeque<>();
    private final ProgressSlot progress = new ProgressSlot();
    private final byte[][] unfinished = {NONE, NONE};
    private RequestId running = RequestId.NONE;
    private long waitingBytes;
    private long droppedBytes;
    private boolean released;
    private boolean writing;
    private boolean closed;

    /** Sends a message that overtakes all others. */
    public void sendUrgent(RequestId request, Message message) {
        byte[] frame = MessageCodec.encode(request, message);
        lock.lock();
        try {
            urgent.add(frame);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends a message after the output that came before it. */
    public void send(RequestId request, Message message) {
        byte[] frame = MessageCodec.encode(request, message);
        lock.lock();
        try {
            ordered.add(new Outgoing.Ready(frame));
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /** From now on output belongs to this request; what had begun before it waits until it has ended. */
    public void begin(RequestId request) {
        lock.lock();
        try {
            sendUnfinished();
            sendProgress();
            running = request;
            released = false;
            droppedBytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the end of the running request after all its output; later output belongs to none. */
    public void end(Message reply) {
        byte[] frame = MessageCodec.encode(running, reply);
        lock.lock();
        try {
            endOutput(RequestId.NONE);
            ordered.add(new Outgoing.Ready(frame));
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends the end of the running task after all its output, with the ends of others that follow within a moment;
     * {@link #flush} ends the waiting.
     *
     * @param next what later output belongs to
     */
    public void end(RunEnd end, RequestId next) {
        lock.lock();
        try {
            endOutput(next);
            add(end);
        } finally {
            lock.unlock();
        }
    }

    /** Sends the end of a task that has not begun. */
    public void send(RunEnd end) {
        lock.lock();
        try {
            add(end);
            flush();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends how far the running task is: the newest, ten times a second at most, and the last of all before its end.
     * Nothing, if another one runs now.
     */
    public void send(TaskMessage.RunProgress message) {
        lock.lock();
        try {
            if (running.value() == message.run().value()) {
                progress.put(message);
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets go all threads that wait for room, until the request ends; what they print is dropped. Nothing, if another
     * one runs now.
     */
    public void release(RequestId request) {
        lock.lock();
        try {
            if (running.value() != request.value()) {
                return;
            }
            released = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Appends output; waits while too much of it waits. */
    public void append(StreamKind kind, byte[] bytes, int from, int count) {
        lock.lock();
        try {
            int done = 0;
            while (done < count) {
                while (waitingBytes >= BOUND_BYTES && !released && !closed) {
                    room.awaitUninterruptibly();
                }
                if (waitingBytes >= BOUND_BYTES || closed) {
                    droppedBytes += count - done;
                    return;
                }
                int taken = openBatch(kind).append(bytes, from + done, count - done);
                waitingBytes += taken;
                done += taken;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends what was gathered without further delay. */
    public void flush() {
        lock.lock();
        try {
            Outgoing last = ordered.peekLast();
            if (last != null) {
                last.hurry();
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the outbox with its connection: nothing waits any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all has been written, or the time is over. */
    public void drain(long timeoutNanos) throws InterruptedException {
        lock.lock();
        try {
            flush();
            sendProgress();
            long left = timeoutNanos;
            while (left > 0 && !closed && (writing || !urgent.isEmpty() || !ordered.isEmpty())) {
                left = idle.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next frame to write; waits for it. Null once closed. Writing thread only. */
    byte[] take() throws InterruptedException {
        Outgoing next;
        lock.lock();
        try {
            writing = false;
            do {
                next = await();
            } while (next instanceof OutputBatch batch && isEmptyAfterClosing(batch));
            if (next == null) {
                return null;
            }
            writing = true;
        } finally {
            lock.unlock();
        }
        return next.frame();
    }

    private Outgoing await() throws InterruptedException {
        while (!closed) {
            byte[] first = urgent.poll();
            if (first != null) {
                return new Outgoing.Ready(first);
            }
            long now = System.nanoTime();
            if (progress.isDue(now)) {
                return progress.take(now);
            }
            Outgoing head = ordered.peek();
            // Only the last one gathers.
            long wait = head == null ? Long.MAX_VALUE : ordered.size() > 1 ? 0 : head.lingersNanos(now);
            if (wait <= 0) {
                return ordered.poll();
            }
            if (head == null) {
                idle.signalAll();
            }
            awaitWork(Math.min(wait, progress.dueInNanos(now)));
        }
        return null;
    }

    private void awaitWork(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            work.await();
        } else {
            work.awaitNanos(nanos);
        }
    }

    /** A batch on its way out keeps back the beginning of a character for the next one of its stream. */
    private boolean isEmptyAfterClosing(OutputBatch batch) {
        waitingBytes -= batch.length();
        room.signalAll();
        for (Outgoing later : ordered) {
            if (!(later instanceof OutputBatch)) {
                return false;
            }
            if (later instanceof OutputBatch next && next.kind == batch.kind) {
                byte[] rest = batch.cutUnfinishedCharacter();
                next.prepend(rest);
                waitingBytes += rest.length;
                return batch.length() == 0;
            }
        }
        unfinished[batch.kind.ordinal()] = batch.cutUnfinishedCharacter();
        return batch.length() == 0;
    }

    private OutputBatch openBatch(StreamKind kind) {
        if (ordered.peekLast() instanceof OutputBatch last && last.takes(running, kind)) {
            return last;
        }
        byte[] rest = unfinished[kind.ordinal()];
        unfinished[kind.ordinal()] = NONE;
        OutputBatch batch = new OutputBatch(running, kind, System.nanoTime(), rest);
        add(batch);
        return batch;
    }

    private void endOutput(RequestId next) {
        sendUnfinished();
        if (droppedBytes > 0) {
            String note = "(" + droppedBytes + " bytes of output were dropped when the cell was stopped.)\n";
            byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
            add(new OutputBatch(running, StreamKind.STDERR, System.nanoTime(), bytes));
        }
        sendProgress();
        running = next;
        droppedBytes = 0;
        if (released) {
            released = false;
            room.signalAll();
        }
    }

    private void sendUnfinished() {
        for (int kind = 0; kind < unfinished.length; kind++) {
            byte[] rest = unfinished[kind];
            if (rest.length > 0) {
                unfinished[kind] = NONE;
                add(new OutputBatch(running, KINDS[kind], System.nanoTime(), rest));
            }
        }
    }

    private void sendProgress() {
        if (!progress.isEmpty()) {
            ordered.add(progress.take(System.nanoTime()));
            work.signal();
        }
    }

    private void add(RunEnd end) {
        if (ordered.peekLast() instanceof EndsBatch last && last.takes(end)) {
            last.add(end);
            if (last.isFull()) {
                work.signal();
            }
            return;
        }
        EndsBatch batch = new EndsBatch(System.nanoTime());
        batch.add(end);
        ordered.add(batch);
        work.signal();
    }

    private void add(OutputBatch batch) {
        ordered.add(batch);
        waitingBytes += batch.length();
        work.signal();
    }
}
