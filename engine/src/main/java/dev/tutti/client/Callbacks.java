package dev.tutti.client;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread {@code client-callbacks}: one for the JVM, where the user's callbacks run one after the other. It ends when
 * it has had nothing to do for a while, and keeps no program alive.
 */
final class Callbacks {

    private static final long IDLE_SECONDS = 10;
    private static final System.Logger LOG = System.getLogger("dev.tutti.client");
    private static final ThreadPoolExecutor EXECUTOR = executor();

    private Callbacks() {}

    /** Runs something of the user's there, with the class loader of the thread that asks. */
    static void run(Runnable callback) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        run(loader, callback);
    }

    static void run(ClassLoader loader, Runnable callback) {
        EXECUTOR.execute(() -> {
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(loader);
            try {
                callback.run();
            } catch (Throwable thrown) {
                failed(thrown);
            } finally {
                thread.setContextClassLoader(null);
            }
        });
    }

    /** User code: nobody is there to catch what it throws. */
    private static void failed(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error) {
            throw error;
        }
        LOG.log(System.Logger.Level.WARNING, "A callback on the thread client-callbacks threw.", thrown);
    }

    private static ThreadPoolExecutor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Callbacks::thread);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** In a group of its own: stopping a cell must not concern it. */
    private static Thread thread(Runnable work) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread thread = new Thread(new ThreadGroup(group, "tutti-client"), work, "client-callbacks");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}
