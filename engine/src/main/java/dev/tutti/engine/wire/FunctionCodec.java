package dev.tutti.engine.wire;

import java.util.Optional;

/** The layouts of {@link TaskFunction} and of what it names. */
final class FunctionCodec {

    private static final int CALL = 1;
    private static final int PUT = 2;
    private static final int GET = 3;
    private static final int JOIN = 4;
    private static final int NAMES = 5;
    private static final int DROP = 6;

    private FunctionCodec() {}

    static void put(BodyWriter w, TaskFunction function) {
        // instanceof, not a pattern switch, for the reason that MessageType gives; a test encodes every function.
        if (function instanceof TaskFunction.Call call) {
            w.putInt(CALL).putOptional(call.context(), FunctionCodec::putContext);
            ParcelCodec.put(w, call.code());
        } else if (function instanceof TaskFunction.Put put) {
            putName(w.putInt(PUT), put.name());
        } else if (function instanceof TaskFunction.Get get) {
            putName(w.putInt(GET), get.name());
            w.putOptional(get.part(), FunctionCodec::putPart);
        } else if (function instanceof TaskFunction.Join join) {
            putName(w.putInt(JOIN), join.name());
        } else if (function instanceof TaskFunction.Names) {
            w.putInt(NAMES);
        } else if (function instanceof TaskFunction.Drop drop) {
            w.putInt(DROP).putList(drop.references(), BodyWriter::putLong).putList(drop.names(), BodyWriter::putString);
        }
    }

    static TaskFunction get(BodyReader r) throws ProtocolException {
        int code = r.getInt();
        return switch (code) {
            case CALL -> new TaskFunction.Call(r.getOptional(FunctionCodec::getContext), ParcelCodec.get(r));
            case PUT -> new TaskFunction.Put(getName(r));
            case GET -> new TaskFunction.Get(getName(r), r.getOptional(FunctionCodec::getPart));
            case JOIN -> new TaskFunction.Join(getName(r));
            case NAMES -> new TaskFunction.Names();
            case DROP -> new TaskFunction.Drop(r.getList(BodyReader::getLong), r.getList(BodyReader::getString));
            default -> throw new ProtocolException("A function has the unknown code " + code);
        };
    }

    static void putContext(BodyWriter w, ContextId context) {
        w.putLong(context.high()).putLong(context.low());
    }

    static ContextId getContext(BodyReader r) throws ProtocolException {
        return new ContextId(r.getLong(), r.getLong());
    }

    private static void putName(BodyWriter w, Name name) {
        w.putString(name.text())
                .putOptional(name.variable(), MessageCodec::putVariable)
                .putList(name.path(), BodyWriter::putString);
    }

    private static Name getName(BodyReader r) throws ProtocolException {
        String text = r.getString();
        Optional<VariableRef> variable = r.getOptional(MessageCodec::getVariable);
        return new Name(text, variable, r.getList(BodyReader::getString));
    }

    private static void putPart(BodyWriter w, TaskFunction.Part part) {
        w.putInt(part.index()).putInt(part.of()).putBoolean(part.flatten());
    }

    private static TaskFunction.Part getPart(BodyReader r) throws ProtocolException {
        return new TaskFunction.Part(r.getInt(), r.getInt(), r.getBoolean());
    }
}
