package dev.tutti.engine;

/** How the engine's process ends. */
@FunctionalInterface
interface EndOfProcess {

    /** Ends the process, whatever user code does. Called by the engine's reading thread; need not return. */
    void end(int status);
}
