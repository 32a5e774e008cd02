package dev.tutti.shell.line;

import java.util.List;

/** Signals of the operating system, where the platform has them. */
public final class Signals {

    private Signals() {}

    /** Runs an action at each Ctrl-C, on the signal's own thread, instead of ending the process. */
    public static void onInterrupt(Runnable action) {
        org.jline.utils.Signals.register("INT", action);
    }

    /** Runs an action when the process is asked to end, instead of ending it: by Ctrl-C, {@code kill}, a closed terminal. */
    public static void onEnd(Runnable action) {
        for (String signal : List.of("INT", "TERM", "HUP")) {
            org.jline.utils.Signals.register(signal, action);
        }
    }
}
