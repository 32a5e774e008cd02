package dev.tutti.engine.codec;

import dev.tutti.engine.codec.Graphs.Met;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.nio.ByteBuffer;

/** Object graphs by the JDK's own serialization, for programs that do not have Fory: serializable classes only. */
final class SerialGraphs {

    private final ClassLoader loader;

    SerialGraphs(ClassLoader loader) {
        this.loader = loader;
    }

    Parcel encode(Object value, Encoding encoding) throws UnsendableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = new Out(bytes, encoding)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new UnsendableException(
                    "The value cannot travel, because it reaches a " + e.getMessage()
                            + ", which is not Serializable. Declare it so, or put fory-core-1.6.0.jar on the class"
                            + " path, beside the engine's jar.",
                    e);
        } catch (CarriedException e) {
            throw e.carried();
        } catch (IOException e) {
            throw new UnsendableException("The value cannot be encoded: " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new UnsendableException("The value is nested too deeply. Put it into a list or an array.", e);
        }
        byte[] all = bytes.toByteArray();
        if (all.length <= Spool.THRESHOLD_BYTES) {
            return new Parcel.Inline(Codec.SERIAL, all);
        }
        ByteBuffer rest = ByteBuffer.wrap(all);
        return encoding.spool()
                .write(Codec.SERIAL, all.length, new GraphContent(java.util.List.of(rest), java.util.List.of()));
    }

    Object decode(Parcel parcel, Decoding decoding, Met met) throws UnsendableException {
        byte[] bytes;
        if (parcel instanceof Parcel.Inline inline) {
            bytes = inline.bytes();
        } else {
            bytes = decoding.spool().read((Parcel.Spooled) parcel, mapped -> {
                byte[] copy = new byte[mapped.remaining()];
                mapped.get(copy);
                return copy;
            });
        }
        try (In in = new In(bytes, loader, decoding, met)) {
            return in.readObject();
        } catch (CarriedException e) {
            throw e.carried();
        } catch (IOException | ClassNotFoundException | LinkageError e) {
            throw new UnsendableException("The value cannot be decoded: " + e, e);
        }
    }

    /** A reference on its way. */
    private record Reference(int engine, long number) implements Serializable {}

    private static final class Out extends ObjectOutputStream {
        private final Encoding encoding;

        Out(OutputStream target, Encoding encoding) throws IOException {
            super(target);
            this.encoding = encoding;
            enableReplaceObject(true);
        }

        @Override
        protected void annotateClass(Class<?> type) {
            if (CodeSite.isOfSession(type.getName()) && !type.isArray()) {
                encoding.met(CodeSite.of(type));
            }
        }

        @Override
        protected Object replaceObject(Object object) {
            if (object instanceof Referable reference) {
                return new Reference(reference.engine().number(), reference.number());
            }
            if (object instanceof SerializedLambda lambda
                    && CodeSite.isOfSession(lambda.getImplClass().replace('/', '.'))) {
                encoding.met(new CodeSite(
                        lambda.getImplClass().replace('/', '.'),
                        lambda.getImplMethodName(),
                        lambda.getImplMethodSignature()));
            }
            Obstacles.of(object.getClass()).ifPresent(reason -> {
                throw new CarriedException(new UnsendableException("The value cannot travel, because it reaches a "
                        + object.getClass().getName() + ". " + reason));
            });
            return object;
        }
    }

    private static final class In extends ObjectInputStream {
        private final ClassLoader loader;
        private final Decoding decoding;
        private final Met met;

        In(byte[] bytes, ClassLoader loader, Decoding decoding, Met met) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
            this.decoding = decoding;
            this.met = met;
            enableResolveObject(true);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // primitives, and what is our own
            }
        }

        @Override
        protected Object resolveObject(Object object) {
            met.references |= object instanceof Named;
            if (!(object instanceof Reference(int engine, long number))) {
                return object;
            }
            met.references = true;
            try {
                return decoding.references().reference(new EngineId(engine), number);
            } catch (UnsendableException e) {
                throw new CarriedException(e);
            }
        }
    }
}
