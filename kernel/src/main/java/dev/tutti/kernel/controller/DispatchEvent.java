package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.StreamKind;
import java.util.Objects;

/** What comes back of a cell that was sent to engines. Each target sends outputs, then ends in exactly one of the others. */
public sealed interface DispatchEvent {

    /** Whose event. */
    EngineId engine();

    /** User code wrote text. */
    record Output(EngineId engine, StreamKind kind, String text) implements DispatchEvent {
        public Output {
            Objects.requireNonNull(engine, "engine");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
        }
    }

    /** The engine has ended the execution, one way or another. */
    record Finished(EngineId engine, Message.Done done) implements DispatchEvent {
        public Finished {
            Objects.requireNonNull(engine, "engine");
            Objects.requireNonNull(done, "done");
        }
    }

    /**
     * The engine is gone.
     *
     * @param reason what is known: {@code exit code 7 (System.exit)}, {@code killed by signal 9 (SIGKILL)}
     */
    record Lost(EngineId engine, String reason) implements DispatchEvent {
        public Lost {
            Objects.requireNonNull(engine, "engine");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The engine could not carry out the request, by no fault of user code. */
    record Failed(EngineId engine, String reason) implements DispatchEvent {
        public Failed {
            Objects.requireNonNull(engine, "engine");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
