package dev.tutti.woven;

/**
 * What cells call where they were written to call {@link System#exit}, {@code Runtime.exit} or {@code Runtime.halt}: an
 * engine in the JVM of an application does not end it. Code that cells call is not woven and may.
 */
public final class EndOfJvm {

    private static volatile String refusal = "";

    private EndOfJvm() {}

    /** Said by an engine whose JVM is not its own. @param reason a sentence for the user */
    public static void refuse(String reason) {
        refusal = reason;
    }

    /** In the place of {@link System#exit}. */
    public static void exit(int status) {
        require("System.exit(" + status + ")");
        System.exit(status);
    }

    /** In the place of {@code Runtime.exit}. */
    public static void exit(Runtime jvm, int status) {
        require("Runtime.exit(" + status + ")");
        jvm.exit(status);
    }

    /** In the place of {@code Runtime.halt}. */
    public static void halt(Runtime jvm, int status) {
        require("Runtime.halt(" + status + ")");
        jvm.halt(status);
    }

    private static void require(String call) {
        if (!refusal.isEmpty()) {
            throw new IllegalStateException(call + " was not carried out. " + refusal);
        }
    }
}
