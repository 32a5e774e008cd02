package dev.tutti.kernel.debug;

import java.util.Objects;

/** What a debugged JVM tells. */
public sealed interface DebugEvent {

    /** A thread stands still, until {@link Debuggee#resume}. */
    record Stopped(Stop stop) implements DebugEvent {
        public Stopped {
            Objects.requireNonNull(stop, "stop");
        }
    }

    /** The JVM is gone, or can no longer be debugged. */
    record Gone() implements DebugEvent {}
}
