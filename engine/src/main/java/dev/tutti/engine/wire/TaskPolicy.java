package dev.tutti.engine.wire;

/** Which of the engines that may take a balanced task gets it. */
public enum TaskPolicy {
    /** The one with the fewest tasks; among equals the one that has waited longest. */
    LEAST_LOAD,
    /** One after the other. */
    ROUND_ROBIN,
    /** Any, evenly. */
    RANDOM,
    /** Any, the sooner the fewer tasks it has. */
    WEIGHTED
}
