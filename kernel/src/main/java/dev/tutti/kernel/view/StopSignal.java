package dev.tutti.kernel.view;

/** What Ctrl-C does to the engines that run a step. */
public enum StopSignal {
    /** It stops the step there: interrupted first, then stopped where it is. */
    STOP,
    /** The engines are replaced by fresh ones. */
    KILL,
    /** Nothing: the step runs on behind the prompt. */
    LEAVE
}
