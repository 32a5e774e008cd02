package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.StreamKind;

/**
 * Starts engine processes and watches them, or brings engines into JVMs that run already, which it does not watch. The controller calls it from one thread; none of its methods but close blocks.
 */
public interface Launcher extends AutoCloseable {

    /**
     * Starts a process, soon.
     *
     * @param launch its name
     * @param engine the slot that it is for
     * @param token what it must bring in its Hello
     * @param engines how many engines besides local share the machine: what it may take depends on it
     * @param settings with what its set was asked for
     * @param watcher is told of its fate
     */
    void launch(LaunchId launch, EngineId engine, String token, int engines, EngineSettings settings, Watcher watcher);

    /** Ends a process at once, by force. One that has ended already is passed over, as is a JVM that was not started here. */
    void kill(LaunchId launch);

    /** Ends all processes by force and waits for them, at most 2 s. */
    @Override
    void close();

    /**
     * Is told of processes, on the launcher's threads. Each process ends in exactly one of failed and exited; of an engine
     * in a JVM that ran already at most failed is told.
     */
    interface Watcher {

        /** It could not be started at all. */
        void failed(LaunchId launch, String reason);

        /** It wrote to its own standard streams. May block the caller, which holds back the process. */
        void wrote(LaunchId launch, StreamKind kind, String text);

        /** It has ended. */
        void exited(LaunchId launch, Exit exit);
    }
}
