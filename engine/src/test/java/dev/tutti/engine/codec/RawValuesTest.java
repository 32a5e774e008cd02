package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers, strings and their arrays, as they are. */
final class RawValuesTest {

    @TempDir
    Path spool;

    private ValueCodec codec() {
        return ValueCodec.of(RawValuesTest.class.getClassLoader(), spool, (engine, number) -> null);
    }

    static List<Object> values() {
        List<Object> values = new ArrayList<>(List.of(
                true,
                false,
                (byte) -7,
                'x',
                '\ud800',
                (short) -300,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Float.NaN,
                -0.0,
                Double.MIN_VALUE,
                "",
                "plain",
                "caf\u00e9",
                "\u20ac and \ud83d\ude00",
                "half of a pair: \ud83d",
                new BigInteger("-123456789012345678901234567890"),
                new BigDecimal("-1234567890.12345678901234567890"),
                new BigDecimal("1e-30"),
                new String[] {"a", null, "\u20ac"},
                new String[0]));
        Random random = new Random(1);
        for (Class<?> type : new Class<?>[] {
            boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class
        }) {
            for (int length : new int[] {0, 1, 7, 1000, 300_001}) {
                Object array = Array.newInstance(type, length);
                for (int i = 0; i < length; i++) {
                    Array.set(array, i, element(type, random));
                }
                values.add(array);
            }
        }
        return values;
    }

    private static Object element(Class<?> type, Random random) {
        return switch (type.getName()) {
            case "boolean" -> random.nextBoolean();
            case "byte" -> (byte) random.nextInt();
            case "char" -> (char) random.nextInt();
            case "short" -> (short) random.nextInt();
            case "int" -> random.nextInt();
            case "long" -> random.nextLong();
            case "float" -> random.nextFloat();
            default -> random.nextDouble();
        };
    }

    static Stream<Arguments> eachValue() {
        return values().stream().map(value -> Arguments.of(new Object[] {value}));
    }

    @ParameterizedTest
    @MethodSource("eachValue")
    void aValueComesBackAsItWas(Object value) throws UnsendableException {
        Encoded encoded = codec().encode(value);

        assertThat(encoded.parcel().codec()).isEqualTo(Codec.RAW);
        assertThat(encoded.code()).isEmpty();
        Object back = codec().decode(encoded.parcel());
        assertThat(back).isExactlyInstanceOf(value.getClass());
        assertThat(Arrays.deepEquals(new Object[] {back}, new Object[] {value})).isTrue();
    }

    @Test
    void nothingComesBackAsNull() throws UnsendableException {
        assertThat(codec().decode(codec().encode(null).parcel())).isNull();
    }

    @Test
    void anyDamageIsSaid() throws UnsendableException {
        for (Object value : List.of(5, 5L, "x", "\u20ac", 'c', new int[] {1, 2}, new String[] {"a"}, BigDecimal.ONE)) {
            byte[] bytes = ((Parcel.Inline) codec().encode(value).parcel()).bytes();
            for (int length = 0; length < bytes.length; length++) {
                Parcel cut = new Parcel.Inline(Codec.RAW, Arrays.copyOf(bytes, length));
                try {
                    codec().decode(cut);
                } catch (UnsendableException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().decode(new Parcel.Inline(Codec.RAW, new byte[] {99})))
                .withMessageContaining("99");
    }

    @Test
    void blocksOfAnArrayAreEncodedWithoutTheRest() throws UnsendableException {
        double[] all = new Random(2).doubles(100_000).toArray();

        Parcel block = codec().encodeRange(all, 1000, 90_000).parcel();
        Parcel words = codec().encodeRange(new String[] {"a", "b", "c"}, 1, 2).parcel();
        Parcel list = codec().encodeRange(List.of(1, 2, 3), 1, 3).parcel();

        assertThat(block.size()).isEqualTo(8 + 8 * 89_000);
        assertThat(codec().decode(block)).isEqualTo(Arrays.copyOfRange(all, 1000, 90_000));
        assertThat(codec().decode(words)).isEqualTo(new String[] {"b"});
        assertThat(codec().decode(list)).isEqualTo(List.of(2, 3));
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encodeRange("text", 0, 1))
                .withMessageContaining("java.lang.String");
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encodeRange(all, 5, 100_001))
                .withMessageContaining("100001");
    }

    @Test
    void whatTakesMoreThanTwoGigabytesIsRefusedBeforeItIsWritten() {
        long[] large = new long[(int) (ValueCodec.LIMIT_BYTES / 8)];

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(large))
                .withMessageContaining("2 GB");
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(List.of(large, 1)))
                .withMessageContaining("2 GB");
        assertThat(spool).isEmptyDirectory();
    }

    @Test
    void arraysJoinToAnArrayAndListsToAList() throws UnsendableException {
        double[] all = new Random(3).doubles(200_000).toArray();

        assertThat(join(Arrays.copyOf(all, 10), Arrays.copyOfRange(all, 10, 150_000), new double[0]))
                .isEqualTo(Arrays.copyOf(all, 150_000));
        assertThat(join(new String[] {"a"}, new String[] {"b", null})).isEqualTo(new String[] {"a", "b", null});
        assertThat(join(new Integer[] {1}, new Integer[] {2})).isEqualTo(new Integer[] {1, 2});
        assertThat(join(List.of(1), List.of(2, 3), List.of())).isEqualTo(List.of(1, 2, 3));
        assertThat(join(1, "two", 3.0)).isEqualTo(List.of(1, "two", 3.0));
        assertThat(join(new int[] {1}, new double[] {2.5}, List.of("x"))).isEqualTo(List.of(1, 2.5, "x"));
        assertThat(join()).isEqualTo(List.of());
        assertThat(join(new int[][] {{1}}, new int[][] {{2}, {3}})).isEqualTo(new int[][] {{1}, {2}, {3}});
        assertThat(join(null, new int[] {1})).isEqualTo(Arrays.asList(null, 1));
    }

    private Object join(Object... parts) throws UnsendableException {
        List<Parcel> parcels = new ArrayList<>();
        for (Object part : parts) {
            parcels.add(codec().encode(part).parcel());
        }
        return codec().join(parcels);
    }

    @Test
    void aListOfParcelsIsSplitAndDecoded() throws UnsendableException {
        List<Parcel> parcels = List.of(
                codec().encode(1).parcel(),
                codec().encode(new double[100_000]).parcel(),
                codec().encode(List.of("a")).parcel());

        Parcel list = ValueCodec.list(parcels);

        assertThat(ValueCodec.split(list)).usingRecursiveComparison().isEqualTo(parcels);
        assertThat(ValueCodec.totalSize(list)).isGreaterThan(800_000);
        assertThat((List<?>) codec().decode(list)).hasSize(3).last().isEqualTo(List.of("a"));
        assertThat(spool).isNotEmptyDirectory();
        codec().release(list);
        assertThat(spool).isEmptyDirectory();
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> ValueCodec.split(parcels.getFirst()))
                .withMessageContaining("RAW");
    }
}
