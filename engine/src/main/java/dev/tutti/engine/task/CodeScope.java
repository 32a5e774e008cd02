package dev.tutti.engine.task;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Parcel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where function objects have their code: the session's loader, or that of a context. Keeps those that were decoded there
 * last, because the same function comes again and again; so what it captured must not be changed by it. Main thread.
 */
final class CodeScope {

    private static final int KEPT = 256;
    private static final int KEPT_BYTES = 64 << 10;

    private final ClassLoader loader;
    private final ValueCodec codec;
    private final Map<ParcelKey, FunctionObject> functions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ParcelKey, FunctionObject> eldest) {
            return size() > KEPT;
        }
    };

    CodeScope(ClassLoader loader, ValueCodec codec) {
        this.loader = loader;
        this.codec = codec;
    }

    ClassLoader loader() {
        return loader;
    }

    ValueCodec codec() {
        return codec;
    }

    /** Values put together, in order. */
    Object join(List<Parcel> parcels) throws RefusalException, UnsendableException {
        try {
            return codec.join(parcels);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw new RefusalException("The task's values could not be put together here: " + e, e);
        }
    }

    /** The value of a parcel. @param what it is, for messages */
    Object decode(Parcel parcel, String what) throws RefusalException, UnsendableException {
        try {
            return codec.decode(parcel);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
            throw new RefusalException("The task's " + what + " could not be read here: " + e, e);
        }
    }

    /** The function of a parcel. */
    FunctionObject function(Parcel code) throws RefusalException, UnsendableException {
        if (!(code instanceof Parcel.Inline inline) || inline.size() > KEPT_BYTES) {
            return new FunctionObject(decode(code, "function"));
        }
        ParcelKey key = new ParcelKey(inline);
        FunctionObject function = functions.get(key);
        if (function == null) {
            function = new FunctionObject(decode(code, "function"));
            functions.put(key, function);
        }
        return function;
    }
}
