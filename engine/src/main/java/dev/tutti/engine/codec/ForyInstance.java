package dev.tutti.engine.codec;

import dev.tutti.engine.codec.Graphs.Met;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fory.Fory;
import org.apache.fory.config.ForyBuilder;
import org.apache.fory.logging.LoggerFactory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.resolver.TypeResolver;
import org.apache.fory.serializer.JavaSerializer;
import org.apache.fory.serializer.LambdaSerializer;
import org.apache.fory.serializer.ObjectStreamSerializer;
import org.apache.fory.serializer.Serializer;
import org.apache.fory.serializer.Serializers;

/**
 * One Fory with our serializers: lambdas by their site, references by their number, large arrays beside the graph, and
 * classes typed at the prompt noted wherever an object of theirs is written. One thread at a time.
 *
 * <p>Fory is not let compile serializers: they cost 0.2 to 0.5 s of CPU and a thread, and were no faster here for a list
 * of 100,000 records.
 */
final class ForyInstance {

    /** Deeper graphs are refused, unless the stack ends before. */
    private static final int MAX_DEPTH = 20_000;

    private static final int BUFFER_BYTES = 4 << 10;
    private static final int KEPT_BUFFER_BYTES = 1 << 20;

    private final Fory fory;
    private final Set<Class<?>> collections = new HashSet<>();
    private MemoryBuffer buffer = MemoryBuffer.newHeapBuffer(BUFFER_BYTES);
    private Class<?> creating;

    private Encoding encoding;
    private List<Object> bulk;
    private long bulkBytes;
    private long round;

    private Decoding decoding;
    private ByteBuffer bulkSource;
    private Met met;

    ForyInstance(ClassLoader loader) {
        LoggerFactory.disableLogging();
        fory = new ForyBuilder()
                .withXlang(false)
                .withRefTracking(true)
                .withCompatible(false)
                .withClassVersionCheck(true)
                .requireClassRegistration(false)
                .suppressClassRegistrationWarnings(true)
                .withJdkClassSerializableCheck(false) // Obstacles says which are no data
                .withDeserializeUnknownClass(false)
                .registerGuavaTypes(false)
                .withCodegen(false)
                .withMaxDepth(MAX_DEPTH)
                .withMaxGraphMemoryBytes(Long.MAX_VALUE)
                .withMaxUnbackedContainerItems(Integer.MAX_VALUE)
                .withMaxTypeFields(Short.MAX_VALUE)
                .withClassLoader(loader)
                .withSerializerFactory(this::serializer)
                .build();
        fory.registerSerializer(
                LambdaSerializer.ReplaceStub.class,
                new GraphLambdaSerializer(this, fory.getConfig(), LambdaSerializer.ReplaceStub.class));
        for (Class<?> array : List.of(
                boolean[].class,
                byte[].class,
                char[].class,
                short[].class,
                int[].class,
                long[].class,
                float[].class,
                double[].class)) {
            fory.registerSerializer(array, bulkSerializer(array));
        }
    }

    private <T> Serializer<T> bulkSerializer(Class<T> array) {
        return new BulkArraySerializer<>(this, fory.getConfig(), fory.getSerializer(array));
    }

    GraphBytes write(Object value, Encoding of) {
        encoding = of;
        bulk = new ArrayList<>();
        bulkBytes = 0;
        round++;
        buffer.writerIndex(0);
        try {
            fory.serialize(buffer, value);
            for (Class<?> collection : collections) {
                encoding.met(CodeSite.of(collection));
            }
            int length = buffer.writerIndex();
            return new GraphBytes(ByteBuffer.wrap(buffer.getHeapMemory(), 0, length), length, bulk, bulkBytes);
        } finally {
            encoding = null;
            bulk = null;
            if (buffer.size() > KEPT_BUFFER_BYTES) {
                buffer = MemoryBuffer.newHeapBuffer(BUFFER_BYTES);
            }
        }
    }

    Object read(byte[] graph, ByteBuffer arrays, Decoding of, Met met) {
        decoding = of;
        bulkSource = arrays;
        this.met = met;
        try {
            return fory.deserialize(MemoryBuffer.fromByteArray(graph));
        } finally {
            decoding = null;
            bulkSource = null;
            this.met = null;
        }
    }

    /** The serializer of a class, where it is not Fory's own. Asked once for each class. */
    private Serializer<?> serializer(TypeResolver resolver, Class<?> type) {
        if (type == creating) {
            return null;
        }
        if (LambdaClass.is(type)) {
            return new GraphLambdaSerializer(this, resolver.getConfig(), type);
        }
        if (Referable.class.isAssignableFrom(type)) {
            return new ReferenceSerializer(this, resolver.getConfig(), type);
        }
        if (Path.class.isAssignableFrom(type)) {
            return new PathSerializer(resolver.getConfig(), type);
        }
        if (LockedQueueSerializer.isNeeded(type)) {
            return new LockedQueueSerializer(resolver.getConfig(), type);
        }
        Optional<String> obstacle = Obstacles.of(type);
        if (obstacle.isPresent()) {
            return new ObstacleSerializer(resolver.getConfig(), type, obstacle.get());
        }
        boolean ofSession = CodeSite.isOfSession(type.getName()) && !type.isArray();
        if (ofSession && isCollection(type)) {
            // Fory takes the serializers of these apart. So from now on each graph is said to bring their code.
            collections.add(type);
            return null;
        }
        return around(resolver, type, ofSession || Named.class.isAssignableFrom(type));
    }

    /** Fory's own serializer of a class with ours around it, or null where that is not needed. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as Fory declares them
    private <T> Serializer<T> around(TypeResolver resolver, Class<T> type, boolean noted) {
        boolean throwable = Throwable.class.isAssignableFrom(type) && ThrowableSerializer.isNeeded(type);
        boolean ofPlatform = Obstacles.ofPlatform(type) && !isCollection(type) && !type.isEnum() && !type.isArray();
        if (!noted && !throwable && !ofPlatform) {
            return null;
        }
        Class<?> outer = creating;
        creating = type;
        try {
            Class<? extends Serializer> chosen = resolver.getSerializerClass(type, false);
            if (!noted && !throwable) {
                // Fory's reading of such classes of the JDK fails where they write other fields than they have.
                return chosen == ObjectStreamSerializer.class
                        ? (Serializer<T>) (Serializer) new JavaSerializer(resolver, type)
                        : null;
            }
            Serializer<T> own = Serializers.newSerializer(resolver, type, chosen);
            Serializer<T> whole = throwable ? new ThrowableSerializer<>(resolver.getConfig(), own, type) : own;
            return noted ? new NotingSerializer<>(this, resolver.getConfig(), whole, type) : whole;
        } finally {
            creating = outer;
        }
    }

    private static boolean isCollection(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** Counts graphs written, so that a serializer can tell whether it has been met in this one already. */
    long round() {
        return round;
    }

    Encoding encoding() {
        return encoding;
    }

    Decoding decoding() {
        return decoding;
    }

    Met met() {
        return met;
    }

    /** Has an array of primitives follow the graph. */
    void bulk(Object array, long bytes) {
        bulkBytes += bytes;
        try {
            RawCodec.requireWithinLimit(bulkBytes);
        } catch (UnsendableException e) {
            throw new CarriedException(e);
        }
        bulk.add(array);
    }

    /** Where the arrays are that follow the graph. */
    ByteBuffer bulkSource() {
        return bulkSource;
    }
}
