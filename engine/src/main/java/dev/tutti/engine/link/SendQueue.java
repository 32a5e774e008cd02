package dev.tutti.engine.link;

import dev.tutti.engine.transport.Connection;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskSpec;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * What waits to be written. Any thread puts in, which costs it one small object and, if the thread {@code client-writer}
 * sleeps, its waking; that thread encodes and writes, merging the submissions that have come meanwhile.
 */
final class SendQueue implements Runnable {

    private final ConcurrentLinkedQueue<Item> queue = new ConcurrentLinkedQueue<>();
    private final SubmitMerger merger = new SubmitMerger();
    private final Connection connection;
    private volatile Thread sleeping;
    private volatile boolean closing;

    private record Item(RequestId request, Message message) {}

    SendQueue(Connection connection) {
        this.connection = connection;
    }

    void add(RequestId request, Message message) {
        queue.add(new Item(request, message));
        wake();
    }

    /** Writes what is there, then ends. */
    void close() {
        closing = true;
        wake();
    }

    private void wake() {
        Thread writer = sleeping;
        if (writer != null) {
            LockSupport.unpark(writer);
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                boolean ending = closing;
                writeAll();
                if (ending) {
                    return;
                }
                sleep();
            }
        } catch (IOException _) {
            // The reading thread sees the end of the connection too, and tells it.
        } finally {
            closeConnection();
        }
    }

    private void writeAll() throws IOException {
        for (Item item = queue.poll(); item != null; item = queue.poll()) {
            if (item.message() instanceof TaskMessage.Submit submit) {
                for (TaskSpec task : submit.tasks()) {
                    merger.add(submit, task);
                    if (merger.isFull()) {
                        writeMerged();
                    }
                }
            } else {
                writeMerged();
                connection.send(MessageCodec.encode(item.request(), item.message()));
            }
        }
        writeMerged();
    }

    private void writeMerged() throws IOException {
        if (!merger.isEmpty()) {
            connection.send(MessageCodec.encode(RequestId.NONE, merger.take()));
        }
    }

    private void sleep() {
        sleeping = Thread.currentThread();
        while (queue.isEmpty() && !closing) {
            LockSupport.park(this);
        }
        sleeping = null;
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (IOException _) {
            // It is of no use any more in any case.
        }
    }
}
