package dev.tutti.engine;

import dev.tutti.engine.codec.Encoded;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.nio.ByteBuffer;
import java.util.Set;

/** Values by the JDK's serialization, and references: for the conversations of an engine whose codec is not the subject. */
final class SerialCodec implements ValueCodec {

    private final ClassLoader loader;
    private final References references;

    SerialCodec(ClassLoader loader, References references) {
        this.loader = loader;
        this.references = references;
    }

    @Override
    public Encoded encode(Object value) throws UnsendableException {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
            out.flush();
            return new Encoded(new Parcel.Inline(Codec.SERIAL, bytes.toByteArray()), Set.of());
        } catch (IOException e) {
            throw new UnsendableException("The value cannot travel: " + e, e);
        }
    }

    @Override
    public Object decode(Parcel parcel) throws UnsendableException {
        byte[] bytes = ((Parcel.Inline) parcel).bytes();
        if (parcel.codec() == Codec.REFERENCE) {
            ByteBuffer reference = ByteBuffer.wrap(bytes);
            return references.resolve(new EngineId(reference.getInt()), reference.getLong());
        }
        try (ObjectInputStream in = new LoaderInput(bytes, loader)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new UnsendableException("The bytes cannot be read here: " + e, e);
        }
    }

    @Override
    public void release(Parcel parcel) {
        // It writes no files.
    }

    /** Finds classes where the codec's loader does. */
    private static final class LoaderInput extends ObjectInputStream {

        private final ClassLoader loader;

        LoaderInput(byte[] bytes, ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
