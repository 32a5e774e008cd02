package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.List;
import java.util.Optional;

/** What clients ask of the kernel whose session they use. Called on virtual threads; may block. */
public interface SessionServices {

    /** What code reaches. */
    TaskMessage.Captures captures(SessionId session, TaskMessage.AskCaptures question);

    /** The variable of a name, declared if that is asked for. */
    TaskMessage.VariableFound variable(SessionId session, TaskMessage.AskVariable question);

    /** Runs code as a cell at engines, until it has ended at all. */
    TaskMessage.CodeExecuted execute(SessionId session, TaskMessage.ExecuteCode code);

    /** A first client has come: starts the engines that start when first needed, and waits for them. */
    void awaitEngines();

    /** Of a controller without a kernel. */
    SessionServices NONE = new SessionServices() {
        @Override
        public TaskMessage.Captures captures(SessionId session, TaskMessage.AskCaptures question) {
            return new TaskMessage.Captures(List.of(), List.of(), Optional.empty());
        }

        @Override
        public TaskMessage.VariableFound variable(SessionId session, TaskMessage.AskVariable question) {
            return new TaskMessage.VariableFound(Optional.empty(), "");
        }

        @Override
        public TaskMessage.CodeExecuted execute(SessionId session, TaskMessage.ExecuteCode code) {
            return new TaskMessage.CodeExecuted(
                    Optional.of("This cluster has no kernel, which compiles code. Use apply with a lambda."),
                    List.of());
        }

        @Override
        public void awaitEngines() {}
    };
}
