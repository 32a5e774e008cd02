package dev.tutti.kernel.attach;

/** Why a JVM does not let an engine in, as the user is told. */
final class JvmTexts {

    private JvmTexts() {}

    static String disabled(long pid) {
        return "JVM " + pid
                + " was started with -XX:+DisableAttachMechanism, so nothing can be attached to it. Start the"
                + " application without that option.";
    }

    /** @param why what the JDK says */
    static String refused(long pid, String why) {
        if (why.contains("does not support the attach mechanism")) {
            return disabled(pid);
        }
        if (why.contains("is not ready")) {
            return "Process " + pid + " is no JVM, or one that has only just been started."
                    + " %engines attach lists the JVMs that there are.";
        }
        return silent(pid, why + ".");
    }

    static String noAgents(long pid) {
        return "JVM " + pid + " was started with -XX:-EnableDynamicAgentLoading, so it takes no engine in. Start the"
                + " application with -XX:+EnableDynamicAgentLoading.";
    }

    /** @param runs the version of Java that the application runs on */
    static String tooOld(long pid, String runs, int needed) {
        return "JVM " + pid + " runs Java " + runs + ", and an engine needs Java " + needed
                + " or newer. Start the application with a newer JDK.";
    }

    static String silent(long pid, String why) {
        return "JVM " + pid + " does not answer: " + why
                + " It may be stopped or very busy; try again, or look with jcmd " + pid + " VM.version.";
    }

    static String failed(long pid, String why) {
        return "JVM " + pid + " could not take the engine in: " + why + ". Its own standard error may tell more.";
    }
}
