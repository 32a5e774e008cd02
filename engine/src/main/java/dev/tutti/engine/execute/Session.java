package dev.tutti.engine.execute;

import dev.tutti.engine.load.ClassSource;
import dev.tutti.engine.load.SessionLoader;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.woven.WovenSite;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** What one session has at this engine: classes, variables, names, results, and the gate of its stop checks. */
public final class Session implements WovenSite {

    final Variables variables = new Variables();
    final Results results = Results.asStarted();
    final StopGate stopGate = new StopGate();
    final SessionLoader loader;
    private final SessionId id;
    private final NameTable names = new NameTable();

    Session(SessionId id, ClassSource source) {
        this.id = id;
        loader = new SessionLoader(this, source);
    }

    /** One that has nothing. */
    static Session none() {
        return new Session(new SessionId(0), _ -> Optional.empty());
    }

    public SessionId id() {
        return id;
    }

    /** Its classes. */
    public SessionLoader loader() {
        return loader;
    }

    /** The values that were put here under names that the session does not declare. */
    public NameTable names() {
        return names;
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
