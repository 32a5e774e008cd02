package dev.tutti.kernel.view;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.util.SortedSet;

/** Sees a step while it runs; called on the thread that runs the cell. */
public interface RunListener {

    /** User code wrote text; only for what is shown live. */
    void output(EngineId engine, StreamKind kind, String text);

    /** Nothing has come for a short while: what was held back may be shown. */
    void idle();

    /** Something the user should know now: a sentence for standard error. */
    void note(String sentence);

    /** A target has ended, as it told itself. */
    default void ended(EngineId engine, Outcome outcome) {}

    /** A target has ended without telling how: the engine is gone, or could not carry out the request. */
    default void lost(EngineId engine, String reason) {}

    /**
     * The step is still running.
     *
     * @param elapsed since it was sent
     * @param targets all targets
     * @param running those that have not answered
     */
    void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running);
}
