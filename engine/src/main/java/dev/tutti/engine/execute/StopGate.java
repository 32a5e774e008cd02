package dev.tutti.engine.execute;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * The call site behind a session's stop check: nothing while it is open, a throw for the threads
 * of a stopped execution. Any thread.
 */
final class StopGate {

    private static final MethodType CHECK = MethodType.methodType(void.class);
    private static final MethodHandle OPEN = Nothing.HANDLE;

    private final MutableCallSite site = new MutableCallSite(OPEN);
    private Stopping closedBy;

    MethodHandle check() {
        return site.dynamicInvoker();
    }

    /** From now on every check asks the stopping. */
    synchronized void close(Stopping stopping) {
        closedBy = stopping;
        retarget(stopping.check(CHECK));
    }

    /** Opens it again, unless another stop has closed it meanwhile. */
    synchronized void open(Stopping stopping) {
        if (closedBy == stopping) {
            closedBy = null;
            retarget(OPEN);
        }
    }

    private void retarget(MethodHandle target) {
        site.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
}
