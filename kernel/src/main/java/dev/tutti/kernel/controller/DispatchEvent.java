package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.StreamKind;
import java.util.Objects;
import java.util.OptionalInt;

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
     * @param exitCode the code that its process ended with by itself
     */
    record Lost(EngineId engine, String reason, OptionalInt exitCode) implements DispatchEvent {
        public Lost {
            Objects.requireNonNull(engine, "engine");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(exitCode, "exitCode");
        }

        /** Of an engine that did not end by itself. */
        public Lost(EngineId engine, String reason) {
            this(engine, reason, OptionalInt.empty());
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
