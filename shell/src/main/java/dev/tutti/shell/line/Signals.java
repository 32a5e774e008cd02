package dev.tutti.shell.line;

/** Signals of the operating system, where the platform has them. */
public final class Signals {

    private Signals() {}

    /** Runs an action at each Ctrl-C, on the signal's own thread, instead of ending the process. */
    public static void onInterrupt(Runnable action) {
        org.jline.utils.Signals.register("INT", action);
    }
}
