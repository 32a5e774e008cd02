package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Values that need no object graph: byte tag, then the value.
 *
 * <pre>
 * 0 null   1 false   2 true   3 byte   4 char   5 short   6 int   7 long   8 float   9 double   big-endian
 * 10 string: a byte for each character, all below 256
 * 11 string: byte order, then the characters
 * 12 BigInteger: two's complement   13 BigDecimal: int scale, two's complement
 * 20-27 boolean[] byte[] char[] short[] int[] long[] float[] double[]: byte order, 2 bytes, int count, the elements
 * 28 String[]: int count, then of each int length (-1: null) and a string with its tag
 * </pre>
 *
 * <p>The order is 1 where the bytes are big-endian; another than the reader's own is refused. Elements begin at offset 8.
 */
final class RawCodec {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int BYTE = 3;
    private static final int CHAR = 4;
    private static final int SHORT = 5;
    private static final int INT = 6;
    private static final int LONG = 7;
    private static final int FLOAT = 8;
    private static final int DOUBLE = 9;
    private static final int LATIN1 = 10;
    private static final int UTF16 = 11;
    private static final int BIG_INTEGER = 12;
    private static final int BIG_DECIMAL = 13;
    private static final int ARRAYS = 20;
    private static final int STRINGS = 28;

    private static final int ARRAY_HEADER = 8;
    private static final byte ORDER = (byte) (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? 1 : 0);

    private static final Parcel NOTHING = inline(new byte[] {NULL});

    private RawCodec() {}

    /** The parcel of a value that is raw; null if it is not. */
    static Parcel encode(Object value, Spool spool) throws UnsendableException {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Number number) {
            byte[] bytes = number(number);
            return bytes == null ? null : placed(bytes, spool);
        }
        if (value instanceof String text) {
            return placed(string(text), spool);
        }
        if (value instanceof Boolean bool) {
            return inline(new byte[] {(byte) (bool ? TRUE : FALSE)});
        }
        if (value instanceof Character character) {
            return inline(new byte[] {CHAR, (byte) (character >>> 8), (byte) (char) character});
        }
        if (value instanceof String[] strings) {
            return placed(strings(strings, 0, strings.length), spool);
        }
        int code = Primitives.code(value.getClass());
        return code < 0 ? null : array(code, value, 0, java.lang.reflect.Array.getLength(value), spool);
    }

    /** Whether a value is raw. */
    static boolean handles(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Number number && isNumber(number.getClass())
                || value instanceof String[]
                || Primitives.code(value.getClass()) >= 0;
    }

    private static boolean isNumber(Class<?> type) {
        return type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == Float.class
                || type == Byte.class
                || type == Short.class
                || type == BigInteger.class
                || type == BigDecimal.class;
    }

    /** A block of an array of primitives or strings; null if it is none. */
    static Parcel encodeRange(Object array, int from, int to, Spool spool) throws UnsendableException {
        if (array instanceof String[] strings) {
            return placed(strings(strings, from, to), spool);
        }
        int code = Primitives.code(array.getClass());
        return code < 0 ? null : array(code, array, from, to - from, spool);
    }

    private static byte[] number(Number number) {
        if (number instanceof Integer value) {
            return new ByteSink(5).putByte(INT).putInt(value).toBytes();
        }
        if (number instanceof Long value) {
            return new ByteSink(9).putByte(LONG).putLong(value).toBytes();
        }
        if (number instanceof Double value) {
            return new ByteSink(9)
                    .putByte(DOUBLE)
                    .putLong(Double.doubleToRawLongBits(value))
                    .toBytes();
        }
        if (number instanceof Float value) {
            return new ByteSink(5)
                    .putByte(FLOAT)
                    .putInt(Float.floatToRawIntBits(value))
                    .toBytes();
        }
        if (number instanceof Byte value) {
            return new byte[] {BYTE, value};
        }
        if (number instanceof Short value) {
            return new byte[] {SHORT, (byte) (value >>> 8), (byte) (short) value};
        }
        if (number.getClass() == BigInteger.class) {
            byte[] digits = ((BigInteger) number).toByteArray();
            return new ByteSink(1 + digits.length)
                    .putByte(BIG_INTEGER)
                    .putAll(digits)
                    .toBytes();
        }
        if (number.getClass() == BigDecimal.class) {
            BigDecimal decimal = (BigDecimal) number;
            byte[] digits = decimal.unscaledValue().toByteArray();
            return new ByteSink(5 + digits.length)
                    .putByte(BIG_DECIMAL)
                    .putInt(decimal.scale())
                    .putAll(digits)
                    .toBytes();
        }
        return null;
    }

    private static byte[] string(String text) throws UnsendableException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > 0xff) {
                return wide(text);
            }
        }
        byte[] bytes = new byte[1 + length];
        bytes[0] = LATIN1;
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 1, length);
        return bytes;
    }

    /** Character by character, so that also half a surrogate pair arrives as it was. */
    private static byte[] wide(String text) throws UnsendableException {
        long size = 2 + 2L * text.length();
        requireWithinLimit(size);
        byte[] bytes = new byte[(int) size];
        bytes[0] = UTF16;
        bytes[1] = ORDER;
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.nativeOrder())
                .position(2)
                .asCharBuffer()
                .put(text);
        return bytes;
    }

    private static byte[] strings(String[] strings, int from, int to) throws UnsendableException {
        ByteSink sink = new ByteSink(5 + 24 * (to - from)).putByte(STRINGS).putInt(to - from);
        long size = 0;
        for (int i = from; i < to; i++) {
            if (strings[i] == null) {
                sink.putInt(-1);
            } else {
                byte[] bytes = string(strings[i]);
                size += bytes.length + 4;
                requireWithinLimit(size);
                sink.putBytes(bytes);
            }
        }
        return sink.toBytes();
    }

    private static Parcel array(int code, Object array, int from, int count, Spool spool) throws UnsendableException {
        int width = Primitives.width(code);
        long size = ARRAY_HEADER + (long) count * width;
        requireWithinLimit(size);
        if (size <= Spool.THRESHOLD_BYTES) {
            byte[] bytes = new byte[(int) size];
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            Primitives.put(header(buffer, code, count), array, from, count);
            return inline(bytes);
        }
        int[] done = {-1};
        return spool.write(Codec.RAW, size, piece -> {
            if (done[0] < 0) {
                header(piece, code, count);
                done[0] = 0;
            }
            int next = Math.min(piece.remaining() / width, count - done[0]);
            Primitives.put(piece, array, from + done[0], next);
            done[0] += next;
        });
    }

    private static ByteBuffer header(ByteBuffer target, int code, int count) {
        return target.put((byte) (ARRAYS + code))
                .put(ORDER)
                .put((byte) 0)
                .put((byte) 0)
                .putInt(count);
    }

    static Object decode(Parcel parcel, Spool spool) throws UnsendableException {
        if (parcel instanceof Parcel.Inline inline) {
            return read(ByteBuffer.wrap(inline.bytes()).order(ByteOrder.nativeOrder()));
        }
        return spool.read((Parcel.Spooled) parcel, RawCodec::read);
    }

    /** The element type's code and count of an array of primitives, or null; for joining without a copy between. */
    static ArrayShape shape(ByteBuffer bytes) throws UnsendableException {
        if (bytes.remaining() < ARRAY_HEADER || !Primitives.isCode(bytes.get(0) - ARRAYS)) {
            return null;
        }
        checkOrder(bytes.get(1));
        return new ArrayShape(bytes.get(0) - ARRAYS, bytes.getInt(4));
    }

    /** Copies the elements of an array of primitives. */
    static void copy(ByteBuffer bytes, Object target, int from) throws UnsendableException {
        ArrayShape shape = shape(bytes);
        bytes.position(ARRAY_HEADER);
        Primitives.get(elements(bytes, shape), target, from, shape.count());
    }

    private static ByteBuffer elements(ByteBuffer bytes, ArrayShape shape) throws UnsendableException {
        if (shape.count() < 0 || (long) shape.count() * Primitives.width(shape.code()) != bytes.remaining()) {
            throw ByteSource.broken();
        }
        return bytes;
    }

    private static Object read(ByteBuffer bytes) throws UnsendableException {
        if (!bytes.hasRemaining()) {
            throw ByteSource.broken();
        }
        ArrayShape shape = shape(bytes);
        if (shape != null) {
            bytes.position(ARRAY_HEADER);
            elements(bytes, shape);
            Object array = Primitives.newArray(shape.code(), shape.count());
            Primitives.get(bytes, array, 0, shape.count());
            return array;
        }
        byte tag = bytes.get();
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        ByteSource source = new ByteSource(rest);
        return switch (tag) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case BYTE -> (byte) source.getByte();
            case CHAR -> (char) (source.getByte() << 8 | source.getByte() & 0xff);
            case SHORT -> (short) (source.getByte() << 8 | source.getByte() & 0xff);
            case INT -> source.getInt();
            case LONG -> source.getLong();
            case FLOAT -> Float.intBitsToFloat(source.getInt());
            case DOUBLE -> Double.longBitsToDouble(source.getLong());
            case LATIN1 -> new String(rest, StandardCharsets.ISO_8859_1);
            case UTF16 -> wide(rest);
            case BIG_INTEGER -> new BigInteger(rest);
            case BIG_DECIMAL -> new BigDecimal(new BigInteger(rest, 4, rest.length - 4), source.getInt());
            case STRINGS -> strings(source);
            default -> throw new UnsendableException("A raw value has the unknown tag " + tag + ".");
        };
    }

    private static String wide(byte[] rest) throws UnsendableException {
        checkOrder(rest[0]);
        return ByteBuffer.wrap(rest)
                .order(ByteOrder.nativeOrder())
                .position(1)
                .asCharBuffer()
                .toString();
    }

    private static String[] strings(ByteSource source) throws UnsendableException {
        String[] strings = new String[source.getCount(4)];
        for (int i = 0; i < strings.length; i++) {
            int length = source.getInt();
            strings[i] = length < 0 ? null : (String) read(ByteBuffer.wrap(source.getBytes(length)));
        }
        return strings;
    }

    private static void checkOrder(byte order) throws UnsendableException {
        if (order != ORDER) {
            throw new UnsendableException("The value comes from a machine of another byte order.");
        }
    }

    /** @throws UnsendableException if so many bytes are too many */
    static void requireWithinLimit(long size) throws UnsendableException {
        if (size > ValueCodec.LIMIT_BYTES) {
            throw new UnsendableException("The value takes " + size + " bytes; at most " + ValueCodec.LIMIT_BYTES
                    + " (2 GB) travel as one. Send it in blocks, by scatter for example.");
        }
    }

    /** Bytes where they belong: in the message or in a file. */
    private static Parcel placed(byte[] bytes, Spool spool) throws UnsendableException {
        if (bytes.length <= Spool.THRESHOLD_BYTES) {
            return inline(bytes);
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        return spool.write(Codec.RAW, bytes.length, piece -> {
            int next = Math.min(piece.remaining(), rest.remaining());
            piece.put(rest.slice(rest.position(), next));
            rest.position(rest.position() + next);
        });
    }

    private static Parcel inline(byte[] bytes) {
        return new Parcel.Inline(Codec.RAW, bytes);
    }

    /** An array of primitives. */
    record ArrayShape(int code, int count) {}
}
