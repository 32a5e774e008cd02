package dev.tutti.engine.transport;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayDeque;
import java.util.List;
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

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final ArrayDeque<byte[]> urgent = new ArrayDeque<>();
    private final OrderedLane ordered = new OrderedLane();
    private final ProgressSlot progress = new ProgressSlot();
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

    /** From now on output belongs to this request; what began before it waits until it has ended. Main thread only. */
    public void begin(RequestId request) {
        lock.lock();
        try {
            int before = ordered.size();
            sendProgress();
            ordered.begin(request);
            released = false;
            wakeIfMoreThan(before);
        } finally {
            lock.unlock();
        }
    }

    /** Sends the end of the running request after all its output; later output belongs to none. Main thread only. */
    public void end(Message reply) {
        byte[] frame = MessageCodec.encode(ordered.running(), reply);
        lock.lock();
        try {
            ordered.endOutput();
            ordered.add(new Outgoing.Ready(frame));
            endRunning(RequestId.NONE);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends the end of the running task after all its output, with the ends of others that follow within a moment;
     * {@link #flush} ends the waiting. Main thread only.
     *
     * @param next what later output belongs to
     */
    public void end(RunEnd end, RequestId next) {
        lock.lock();
        try {
            int before = ordered.size();
            ordered.endOutput();
            sendProgress();
            if (ordered.add(end)) {
                work.signal();
            }
            endRunning(next);
            wakeIfMoreThan(before);
        } finally {
            lock.unlock();
        }
    }

    /** Sends the ends of tasks that have not begun. */
    public void send(List<RunEnd> ends) {
        lock.lock();
        try {
            ends.forEach(ordered::add);
            ordered.hurry();
            work.signal();
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
            if (ordered.running().value() == message.run().value()) {
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
            if (ordered.running().value() == request.value()) {
                released = true;
                room.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Appends output; waits while too much of it waits. */
    public void append(StreamKind kind, byte[] bytes, int from, int count) {
        lock.lock();
        try {
            for (int done = 0; done < count; ) {
                while (isFull() && !released && !closed) {
                    room.awaitUninterruptibly();
                }
                if (isFull() || closed) {
                    ordered.drop(count - done);
                    return;
                }
                int before = ordered.size();
                done += ordered.append(kind, bytes, from + done, count - done);
                wakeIfMoreThan(before);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends what was gathered without further delay. */
    public void flush() {
        lock.lock();
        try {
            if (ordered.size() > 0) {
                ordered.hurry();
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
            sendProgress();
            flush();
            long left = timeoutNanos;
            while (left > 0 && !closed && (writing || !urgent.isEmpty() || ordered.size() > 0)) {
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
            next = await();
            if (next == null) {
                return null;
            }
            writing = true;
        } finally {
            lock.unlock();
        }
        return frame(next);
    }

    private static byte[] frame(Outgoing next) {
        while (true) {
            try {
                return next.frame();
            } catch (OutOfMemoryError e) {
                HeapReserve.awaitRoom(); // what is not said now is never said, and somebody waits for it
            }
        }
    }

    private Outgoing await() throws InterruptedException {
        while (!closed) {
            byte[] first = urgent.peek();
            if (first != null) {
                Outgoing ready = new Outgoing.Ready(first);
                urgent.remove(); // not before: there may have been no memory
                return ready;
            }
            long now = System.nanoTime();
            if (progress.isDue(now)) {
                return progress.take(now);
            }
            long wait = ordered.dueInNanos(now);
            if (wait > 0) {
                awaitWork(Math.min(wait, progress.dueInNanos(now)));
                continue;
            }
            Outgoing next = ordered.poll();
            room.signalAll();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private void awaitWork(long nanos) throws InterruptedException {
        if (ordered.size() == 0) {
            idle.signalAll();
        }
        if (nanos == Long.MAX_VALUE) {
            work.await();
        } else {
            work.awaitNanos(nanos);
        }
    }

    /** The writing thread knows of those that were there: it lets them gather. */
    private void wakeIfMoreThan(int before) {
        if (ordered.size() > before) {
            work.signal();
        }
    }

    private boolean isFull() {
        return ordered.outputBytes() >= BOUND_BYTES;
    }

    private void endRunning(RequestId next) {
        ordered.begin(next);
        if (released) {
            released = false;
            room.signalAll();
        }
    }

    private void sendProgress() {
        if (!progress.isEmpty()) {
            ordered.add(progress.take(System.nanoTime()));
        }
    }
}
