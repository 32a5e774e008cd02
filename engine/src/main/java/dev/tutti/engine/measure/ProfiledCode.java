package dev.tutti.engine.measure;

import java.util.concurrent.Callable;

/** Calls code that is being profiled: what lies below this class on a stack is ours. */
final class ProfiledCode {

    private ProfiledCode() {}

    static void run(long times, Callable<?> code) throws Exception {
        for (long i = 0; i < times; i++) {
            code.call();
        }
    }
}
