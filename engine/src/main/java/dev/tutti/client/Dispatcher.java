package dev.tutti.client;

import dev.tutti.engine.link.Link;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.util.List;
import java.util.Optional;

/** What all views share: closures encoded, tasks sent, their ends handed out. Any thread. */
interface Dispatcher {

    /** The live engines besides local, sorted; those that are known now. */
    List<EngineInfo> engines();

    /**
     * A function object made ready to travel, with the session variables that it reads.
     *
     * @throws UnsendableClosureException if it cannot travel; nothing has been sent then
     */
    TaskFunction function(Object function);

    /** Arguments made ready to travel. @throws UnsendableClosureException as {@link #function} */
    List<Parcel> arguments(List<?> arguments);

    /** A value that came back. @throws RemoteException if it cannot be read here */
    Object value(Parcel parcel);

    /** A fresh number. */
    TaskId next();

    /** Sends tasks; what becomes of each is told to its sink. */
    void submit(List<TaskFunction> functions, List<TaskOptions> options, List<Sent> tasks);

    /** Their sinks are told in the usual way. */
    void cancel(TaskMessage.Cancel cancel);

    /** For questions. */
    Link link();

    /** A task with whoever is told of it. */
    record Sent(TaskSpec spec, Sink sink) {}

    /** Told of one task, on the thread {@code client-reader}: must not block. */
    interface Sink {

        /** The result that waits for it, if one does. */
        Optional<Parts> owner();

        /** Once for a balanced task, once for each target of a direct call. */
        void ended(TaskEnd end);

        void output(EngineId engine, StreamKind kind, String text);

        void progress(EngineId engine, long done, long total, String note);
    }
}
