package dev.tutti.engine.codec;

import dev.tutti.engine.codec.Graphs.Met;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.woven.StoppedError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.fory.Fory;
import org.apache.fory.exception.ForyException;

/**
 * Object graphs by Apache Fory. Layout: byte count and characters of Fory's version, int bytes of the graph, the graph,
 * then each large array of primitives that is in it, in the order met: so these are copied once, from their place to the
 * file. Fory's bytes differ between its versions, hence the note.
 *
 * <p>Any thread: each encoding or decoding has a Fory of its own meanwhile; a few are kept.
 */
final class ForyGraphs {

    /** How many are kept: more threads at once make more, which are dropped. */
    private static final int KEPT = 4;

    private static final String VERSION = version();

    private final Deque<ForyInstance> free = new ArrayDeque<>();
    private final ClassLoader loader;
    private final SerialGraphs otherwise;

    /** @param otherwise for what Fory cannot encode */
    ForyGraphs(ClassLoader loader, SerialGraphs otherwise) {
        this.loader = loader;
        this.otherwise = otherwise;
    }

    Parcel encode(Object value, Encoding encoding) throws UnsendableException {
        ForyInstance fory = take();
        try {
            GraphBytes bytes = fory.write(value, encoding);
            byte[] head = head(bytes.length());
            long size = head.length + (long) bytes.length() + bytes.bulkBytes();
            RawCodec.requireWithinLimit(size);
            GraphContent content = new GraphContent(List.of(ByteBuffer.wrap(head), bytes.graph()), bytes.bulk());
            if (size > Spool.THRESHOLD_BYTES) {
                return encoding.spool().write(Codec.GRAPH, size, content);
            }
            ByteBuffer whole = ByteBuffer.allocate((int) size).order(java.nio.ByteOrder.nativeOrder());
            content.fill(whole);
            return new Parcel.Inline(Codec.GRAPH, whole.array());
        } catch (ForyException e) {
            return otherwise(value, encoding, failure("encoded", e));
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        } catch (OutOfMemoryError e) {
            throw new UnsendableException(
                    "The value does not fit into the memory of this JVM a second time, encoded: " + e.getMessage()
                            + ". Send it in parts, or as arrays of numbers, which are not held twice.",
                    e);
        } finally {
            give(fory);
        }
    }

    Object decode(Parcel parcel, Decoding decoding, Met met) throws UnsendableException {
        if (parcel instanceof Parcel.Inline inline) {
            return read(ByteBuffer.wrap(inline.bytes()).order(java.nio.ByteOrder.nativeOrder()), decoding, met);
        }
        return decoding.spool().read((Parcel.Spooled) parcel, bytes -> read(bytes, decoding, met));
    }

    private Object read(ByteBuffer bytes, Decoding decoding, Met met) throws UnsendableException {
        int length = graphLength(bytes);
        byte[] graph = new byte[length];
        bytes.get(graph);
        ForyInstance fory = take();
        try {
            return fory.read(graph, bytes, decoding, met);
        } catch (ForyException e) {
            throw failure("decoded", e);
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        } finally {
            give(fory);
        }
    }

    private static byte[] head(int length) {
        byte[] version = VERSION.getBytes(StandardCharsets.ISO_8859_1);
        return new ByteSink(5 + version.length)
                .putByte(version.length)
                .putAll(version)
                .putInt(length)
                .toBytes();
    }

    /** Reads the head, which must be of our version. */
    private static int graphLength(ByteBuffer bytes) throws UnsendableException {
        int count = bytes.hasRemaining() ? bytes.get() : -1;
        if (count < 0 || bytes.remaining() < count + 4) {
            throw ByteSource.broken();
        }
        byte[] version = new byte[count];
        bytes.get(version);
        String written = new String(version, StandardCharsets.ISO_8859_1);
        if (!written.equals(VERSION)) {
            throw new UnsendableException("The value was encoded by Apache Fory " + written + ", but here is Fory "
                    + VERSION + ". Give both sides the same fory-core jar.");
        }
        byte[] four = new byte[4];
        bytes.get(four);
        int length = ByteBuffer.wrap(four).getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw ByteSource.broken();
        }
        return length;
    }

    /** The JDK's way, for what Fory failed at, if the object is made for that; else Fory's failure. */
    private Parcel otherwise(Object value, Encoding encoding, UnsendableException failure) throws UnsendableException {
        if (!(failure.getCause() instanceof ForyException)) {
            throw failure;
        }
        try {
            return otherwise.encode(value, encoding);
        } catch (UnsendableException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static UnsendableException failure(String verb, ForyException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CarriedException carried) {
                return carried.carried();
            }
            if (cause instanceof StackOverflowError overflow) {
                return tooDeep(overflow);
            }
            if (cause instanceof StoppedError stopped) {
                throw stopped; // user code ran in here, and was stopped
            }
        }
        return new UnsendableException("The value cannot be " + verb + ": " + rootMessage(e), e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static UnsendableException tooDeep(Throwable e) {
        return new UnsendableException(
                "The value is nested too deeply: its objects lead to each other over thousands of steps, as in a long"
                        + " chain of nodes. Put them into a list or an array.",
                e);
    }

    private ForyInstance take() {
        synchronized (free) {
            ForyInstance fory = free.poll();
            if (fory != null) {
                return fory;
            }
        }
        return new ForyInstance(loader);
    }

    private void give(ForyInstance fory) {
        synchronized (free) {
            if (free.size() < KEPT) {
                free.push(fory);
            }
        }
    }

    private static String version() {
        String version = Fory.class.getPackage().getImplementationVersion();
        return version == null ? "of unknown version" : version;
    }
}
