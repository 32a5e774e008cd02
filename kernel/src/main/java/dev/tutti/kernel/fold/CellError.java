package dev.tutti.kernel.fold;

import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/** Why a cell, or its run on an engine, did not succeed. */
public sealed interface CellError {

    /** What must be equal for two errors to be shown as one. */
    default Object likeness() {
        return switch (this) {
            case Thrown(var fault) -> FaultLikeness.of(fault);
            case Refused _, Undefined _, Stopped _, Lost _, Failed _ -> this;
        };
    }

    /**
     * The cell was refused before anything ran.
     *
     * @param message what is wrong and what to do
     * @param start the place in the cell's text; -1 if it has none
     * @param end its end, exclusive
     */
    record Refused(String message, int start, int end) implements CellError {
        public Refused {
            Objects.requireNonNull(message, "message");
        }

        /** Without a place in the text. */
        public static Refused of(String message) {
            return new Refused(message, -1, -1);
        }
    }

    /** User code threw. */
    record Thrown(Fault fault) implements CellError {
        public Thrown {
            Objects.requireNonNull(fault, "fault");
        }
    }

    /**
     * User code read a variable that has no value there.
     *
     * @param message which one, where it has one, and what to do
     * @param fault where it was read
     */
    record Undefined(String message, Fault fault) implements CellError {
        public Undefined {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(fault, "fault");
        }
    }

    /** It was stopped. @param where what it was doing, newest call first */
    record Stopped(List<Frame> where) implements CellError {
        public Stopped {
            where = List.copyOf(where);
        }
    }

    /**
     * The engine is gone.
     *
     * @param reason why, as far as known
     * @param exitCode what its process ended with by itself
     * @param place what becomes of its place
     */
    record Lost(String reason, OptionalInt exitCode, Place place) implements CellError {

        /** The place of an engine that is gone. */
        public enum Place {
            /** The user may have a fresh engine put there. */
            VACANT,
            /** A fresh engine takes it already. */
            TAKEN,
            /** It was in a JVM that is not ours. */
            CLOSED
        }

        public Lost {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(exitCode, "exitCode");
        }
    }

    /** The engine could not carry out the request, by no fault of the cell. */
    record Failed(String reason) implements CellError {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
