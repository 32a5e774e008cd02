package dev.tutti.engine;

/**
 * Ends the JVM: in order if shutdown hooks let it, and in any case soon. The calling thread is the watchdog, because to
 * start one may be impossible where user code has taken all memory or threads.
 */
final class Exit implements EndOfProcess {

    private static final long HOOKS_MILLIS = 700;

    @Override
    public void end(int status) {
        try {
            Thread exit = new Thread(() -> System.exit(status), "engine-exit");
            exit.setDaemon(true);
            exit.start();
            exit.join(HOOKS_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }
}
