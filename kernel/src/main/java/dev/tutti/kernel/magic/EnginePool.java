package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.attach.RunningJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    /**
     * An engine in the JVM of an application.
     *
     * @param added what of its class path was not on that of cells
     */
    record Attached(EngineId engine, List<Path> added) {

        public Attached {
            added = List.copyOf(added);
        }
    }

    /**
     * Makes a running JVM of this machine an engine; waits until it can be given work.
     *
     * @param name as whose member it is written among targets; may be empty
     */
    Attached attach(long pid, String name, Set<String> tags) throws MagicException;

    /** The JVMs of the user's on this machine that are not engines of ours. */
    List<RunningJvm> attachable();

    /** Ends engines for good, but for the JVM of an application, which they leave. Tells which. */
    SortedSet<EngineId> stop(TargetSpec targets) throws MagicException;

    /** The named groups: {@code @name} among targets. */
    List<EngineGroup> groups();

    /** Gives engines a name as a group, for all clients. Tells which. */
    List<EngineId> group(String name, TargetSpec targets) throws MagicException;

    /** Forgets the name of a group. */
    void ungroup(String name) throws MagicException;
}
