package dev.tutti.engine.wire;

import java.util.HashMap;
import java.util.Map;

/** The layouts of what clients are told of engines, and of what engines are started with. */
final class EngineCodec {

    private static final EngineInfo.State[] STATES = EngineInfo.State.values();

    private EngineCodec() {}

    static void putInfo(BodyWriter w, EngineInfo engine) {
        w.putInt(engine.engine().number())
                .putByte(engine.state().ordinal())
                .putString(engine.host())
                .putLong(engine.pid())
                .putString(engine.set());
        TaskCodec.putSet(w, engine.resources());
    }

    static EngineInfo getInfo(BodyReader r) throws ProtocolException {
        return new EngineInfo(
                new EngineId(r.getInt()), getState(r), r.getString(), r.getLong(), r.getString(), TaskCodec.getSet(r));
    }

    static void putGroup(BodyWriter w, EngineGroup group) {
        TaskCodec.putEngines(w.putString(group.name()), group.engines());
    }

    static EngineGroup getGroup(BodyReader r) throws ProtocolException {
        return new EngineGroup(r.getString(), TaskCodec.getEngines(r));
    }

    private static EngineInfo.State getState(BodyReader r) throws ProtocolException {
        int code = r.getByte();
        if (code < 0 || code >= STATES.length) {
            throw new ProtocolException("An engine has the unknown state " + code);
        }
        return STATES[code];
    }

    static void putLoad(BodyWriter w, EngineLoad load) {
        w.putInt(load.engine().number())
                .putInt(load.queued())
                .putInt(load.running())
                .putLong(load.completed())
                .putLong(load.failed())
                .putLong(load.wallNanos());
    }

    static EngineLoad getLoad(BodyReader r) throws ProtocolException {
        return new EngineLoad(new EngineId(r.getInt()), r.getInt(), r.getInt(), r.getLong(), r.getLong(), r.getLong());
    }

    static void putSettings(BodyWriter w, EngineSettings settings) {
        w.putString(settings.name())
                .putList(settings.jvmArguments(), BodyWriter::putString)
                .putInt(settings.environment().size());
        for (Map.Entry<String, String> variable : settings.environment().entrySet()) {
            w.putString(variable.getKey()).putString(variable.getValue());
        }
        w.putString(settings.directory());
        TaskCodec.putSet(w, settings.resources());
        w.putLong(settings.attachTo());
    }

    static EngineSettings getSettings(BodyReader r) throws ProtocolException {
        return new EngineSettings(
                r.getString(),
                r.getList(BodyReader::getString),
                getEnvironment(r),
                r.getString(),
                TaskCodec.getSet(r),
                r.getLong());
    }

    private static Map<String, String> getEnvironment(BodyReader r) throws ProtocolException {
        Map<String, String> environment = new HashMap<>();
        for (int i = r.getCount(8); i > 0; i--) {
            environment.put(r.getString(), r.getString());
        }
        return environment;
    }
}
