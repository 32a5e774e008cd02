package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.util.concurrent.CompletableFuture;

/** A client of the controller in its own process: the kernel's magics. Any thread; nothing blocks. */
public interface TaskClient extends AutoCloseable {

    /** Submit, Cancel, Initialise, Recycle. */
    void send(TaskMessage message);

    /** AskLoads, StartEngines, RestartEngines, StopEngines, NameEngines. Fails with {@link LaunchException} on a Failure. */
    CompletableFuture<Message> ask(TaskMessage question);

    @Override
    void close();
}
