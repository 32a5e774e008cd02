package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import java.util.SortedMap;

/** What steps and engines have been measured to take. Used on the thread that runs the cell. */
public interface Measurements {

    /** How long the latest Java step of the cell took; {@link StepTimes#NONE} if it still runs. */
    StepTimes times();

    /** Whether the latest Java step of the cell runs on behind the prompt, where nobody measures it. */
    boolean isBehind();

    /** What the latest Java step of the cell has measured, by engine; empty if nothing, or if it still runs. */
    SortedMap<EngineId, Figures> figures();

    /**
     * Asks the JVMs of engines about themselves; they answer while they run cells, too.
     *
     * @param subject what about
     * @throws MagicException if the targets make no sense, or none answers
     */
    SortedMap<EngineId, Figures> inspect(TargetSpec targets, String subject) throws MagicException;
}
