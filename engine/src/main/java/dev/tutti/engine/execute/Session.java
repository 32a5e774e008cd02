package dev.tutti.engine.execute;

import dev.tutti.engine.load.ClassSource;
import dev.tutti.engine.load.SessionLoader;
import dev.tutti.woven.WovenSite;
import java.lang.invoke.MethodHandle;

/** What one session has at this engine: classes, variables, results, and the gate of its stop checks. */
final class Session implements WovenSite {

    final Variables variables = new Variables();
    final Results results = new Results();
    final StopGate stopGate = new StopGate();
    final SessionLoader loader;

    Session(ClassSource source) {
        loader = new SessionLoader(this, source);
    }

    @Override
    public MethodHandle stopCheck() {
        return stopGate.check();
    }

    @Override
    public MethodHandle read(String className, String field) {
        return variables.readHandle(className, field);
    }

    @Override
    public MethodHandle write(String className, String field) {
        return variables.writeHandle(className, field);
    }
}
