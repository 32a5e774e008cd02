package dev.tutti.kernel.controller;

/** What an engine's slot is doing. */
public enum EngineState {
    /** Its process has been started; it has not said hello yet. */
    STARTING,
    /** It waits for work. */
    IDLE,
    /** It runs a cell. */
    BUSY,
    /** Its process or connection is gone; the slot can be restarted. */
    LOST
}
