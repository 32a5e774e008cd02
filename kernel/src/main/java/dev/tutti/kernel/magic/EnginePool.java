package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/** The engines as a pool: what they have to do, and how it grows and shrinks. Used on the thread that runs the cell. */
public interface EnginePool {

    /** What tasks engines have and had. */
    TaskMessage.Loads loads() throws MagicException;

    /** For how long the session runs. */
    Duration age();

    /** Cancels the tasks of this session that wait. @param running also stops those that run, and steps behind the prompt */
    void abort(boolean running);

    /** Starts engines besides those that are there; waits until they can be given work. */
    List<EngineId> add(int count, EngineSettings settings) throws MagicException;

    /** Ends engines for good. Tells which. */
    SortedSet<EngineId> stop(TargetSpec targets) throws MagicException;

    /** The named groups: {@code @name} among targets. */
    List<EngineGroup> groups();

    /** Gives engines a name as a group, for all clients. Tells which. */
    List<EngineId> group(String name, TargetSpec targets) throws MagicException;

    /** Forgets the name of a group. */
    void ungroup(String name) throws MagicException;
}
