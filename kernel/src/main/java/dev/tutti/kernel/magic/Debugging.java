package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs code under the debugger. Used on the thread that runs the cell. */
public interface Debugging {

    /**
     * What is wanted of the debugger.
     *
     * @param engine with whose variables; none: where the code would run, or has failed
     * @param breakpoints where it stops
     * @param thrown whether it stops where something is thrown, even if it is caught
     * @param commands what is said at the prompt first
     */
    record Wish(Optional<TargetSpec> engine, List<String> breakpoints, boolean thrown, List<String> commands) {
        public Wish {
            Objects.requireNonNull(engine, "engine");
            breakpoints = List.copyOf(breakpoints);
            commands = List.copyOf(commands);
        }
    }

    /** Runs steps of this cell. @throws MagicException if that is not possible */
    void run(List<PlannedStep> steps, Wish wish) throws MagicException;

    /** Runs the last cell again that failed, and stops where it throws. @throws MagicException if that is not possible */
    void runFailed(Wish wish) throws MagicException;
}
