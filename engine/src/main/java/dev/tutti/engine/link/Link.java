package dev.tutti.engine.link;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A client's connection to the controller. Any thread; nothing here blocks but {@link #close}. */
public interface Link extends AutoCloseable {

    /** The session whose classes and variables this client uses. */
    SessionId session();

    /** The cluster's spool folder. */
    Path spool();

    /** Sends what needs no answer. After the end of the connection it is passed over. */
    void send(TaskMessage message);

    /**
     * Asks something. The future fails with {@link LinkException} if the answer is a {@link Message.Failure} or the
     * connection ends; it is completed on the thread {@code client-reader}, which must not block.
     */
    CompletableFuture<Message> ask(TaskMessage question);

    /** Closes the connection; tasks of this client that run or wait are given up by the controller. */
    @Override
    void close();

    /** What comes unasked. Called on the thread {@code client-reader}: must not block, but for the two that answer. */
    interface Listener {

        /** EnginesChanged, TasksEnded, TaskOutput, TaskProgress. */
        void received(TaskMessage message);

        /** The connection has ended; called once, last. */
        void closed(String reason);

        /** The bytes of a class of this client's own session. Called on a thread of its own. */
        java.util.Optional<byte[]> classFile(String name);

        /** A context that this client made. Called on a thread of its own. */
        java.util.Optional<TaskMessage.Context> context(dev.tutti.engine.wire.ContextId id);
    }
}
