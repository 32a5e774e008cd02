package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.client.Call;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Object graphs, by Fory. */
final class GraphValuesTest {

    @TempDir
    Path folder;

    private ValueCodec codec() {
        return codec(GraphValuesTest.class.getClassLoader());
    }

    private ValueCodec codec(ClassLoader loader) {
        return ValueCodec.of(loader, folder, (engine, number) -> "value " + number + " of " + engine);
    }

    private Object again(Object value) throws UnsendableException {
        return codec().decode(codec().encode(value).parcel());
    }

    record P(int x, String name) {}

    record Pair<A, B>(A a, B b) {}

    enum Color {
        RED,
        GREEN {
            @Override
            int n() {
                return 2;
            }
        };

        int n() {
            return 1;
        }
    }

    static final class Node {
        final int value;
        Node next;

        Node(int value) {
            this.value = value;
        }
    }

    static List<Object> equalValues() {
        return List.of(
                new P(1, "a"),
                List.of(new P(1, "a"), new P(2, "b")),
                new ArrayList<>(List.of(1, "two", 3.0, 'c')),
                Arrays.asList(1, null, 3),
                Collections.unmodifiableList(new ArrayList<>(List.of(1))),
                List.of(1, 2, 3).subList(1, 3),
                Map.of("a", List.of(1), "b", List.of()),
                new TreeMap<>(Map.of("z", 1, "a", 2)),
                new LinkedHashMap<>(Map.of(1, 2)),
                new ConcurrentHashMap<>(Map.of(1, 2)),
                new HashMap<>(Map.of("k", 1)).keySet(),
                Map.entry("k", 1),
                new AbstractMap.SimpleEntry<>("k", 1),
                Set.of(1, 2, 3),
                new TreeSet<>(Set.of("b", "a")),
                EnumSet.of(Color.GREEN),
                new EnumMap<>(Map.of(Color.RED, 1)),
                new EnumMap<Color, Object>(Color.class),
                new ArrayDeque<>(List.of(1, 2)).stream().toList(),
                new CopyOnWriteArrayList<>(List.of(1)),
                Color.RED,
                Color.GREEN,
                TimeUnit.SECONDS,
                Thread.State.NEW,
                Optional.of(new P(1, "a")),
                Optional.empty(),
                OptionalInt.of(3),
                LocalDate.of(2026, 11, 21),
                Duration.ofSeconds(5),
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                Locale.GERMANY,
                new BitSet(),
                Path.of("/a", "b"),
                new File("/a/b"),
                Set.of(Path.of("x")),
                String.class,
                P.class,
                int[].class,
                new Pair<>(BigInteger.TEN, new Pair<>(null, Color.RED)),
                new Object[] {1, "a", null, new int[] {1}},
                new P[] {new P(1, "a"), null},
                new int[][] {{1}, {2, 3}, null},
                new double[3][4],
                new Integer[] {1, null});
    }

    static Stream<Arguments> eachEqualValue() {
        return equalValues().stream().map(value -> Arguments.of(new Object[] {value}));
    }

    @ParameterizedTest
    @MethodSource("eachEqualValue")
    void aValueComesBackEqual(Object value) throws UnsendableException {
        Object back = again(value);

        assertThat(Objects.deepEquals(back, value)).as("%s", back).isTrue();
        if (!(value instanceof Set<?> || value instanceof List<?> || value instanceof Map.Entry)) {
            assertThat(back).isExactlyInstanceOf(value.getClass());
        }
    }

    @Test
    void whatHasNoEqualsComesBackWithItsContents() throws UnsendableException {
        assertThat(((StringBuilder) again(new StringBuilder("x"))).toString()).isEqualTo("x");
        assertThat(((AtomicLong) again(new AtomicLong(5))).get()).isEqualTo(5);
        LongAdder adder = new LongAdder();
        adder.add(7);
        assertThat(((LongAdder) again(adder)).sum()).isEqualTo(7);
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        statistics.accept(2.5);
        assertThat(((DoubleSummaryStatistics) again(statistics)).getSum()).isEqualTo(2.5);
        assertThat(((Random) again(new Random(42))).nextInt()).isEqualTo(new Random(42).nextInt());
        assertThat(((SplittableRandom) again(new SplittableRandom(42))).nextInt())
                .isEqualTo(new SplittableRandom(42).nextInt());
        assertThat((Collection<?>) again(new PriorityQueue<>(List.of(3, 1)))).isNotEmpty();
        assertThat(((Queue<?>) again(new LinkedBlockingQueue<>(List.of(1)))).peek())
                .isEqualTo(1);
        assertThat(((Queue<?>) again(new ConcurrentLinkedQueue<>(List.of(1)))).peek())
                .isEqualTo(1);
        assertThat(((Deque<?>) again(new ArrayDeque<>(List.of(1, 2)))).peekLast())
                .isEqualTo(2);
        assertThat(again(java.util.regex.Pattern.compile("a+")).toString()).isEqualTo("a+");
    }

    @Test
    void classesThatAreNotSerializableAndCyclesTravel() throws UnsendableException {
        Node node = new Node(1);
        node.next = new Node(2);
        node.next.next = node;

        Node back = (Node) again(node);

        assertThat(back.value).isEqualTo(1);
        assertThat(back.next.value).isEqualTo(2);
        assertThat(back.next.next).isSameAs(back);
    }

    @Test
    void anonymousAndLocalClassesTravel() throws Exception {
        int k = 3;
        class Local implements Callable<Integer> {
            @Override
            public Integer call() {
                return k * 2;
            }
        }

        @SuppressWarnings("unchecked")
        Callable<Integer> local = (Callable<Integer>) again(new Local());
        @SuppressWarnings("unchecked")
        Callable<Integer> anonymous =
                (Callable<Integer>) codec().decode(codec().encode(anonymous(4)).parcel());

        assertThat(local.call()).isEqualTo(6);
        assertThat(anonymous.call()).isEqualTo(5);
    }

    private static Callable<Integer> anonymous(int k) {
        return new Callable<>() {
            @Override
            public Integer call() {
                return k + 1;
            }
        };
    }

    static final class OwnException extends Exception {
        private static final long serialVersionUID = 1L;
        final transient P p;

        OwnException(String message, Throwable cause, P p) {
            super(message, cause);
            this.p = p;
        }
    }

    @Test
    void exceptionsTravelWithCauseStackAndSuppressed() throws UnsendableException {
        OwnException exception = new OwnException("own", new IllegalStateException("cause"), null);
        exception.addSuppressed(new RuntimeException("suppressed"));

        OwnException back = (OwnException) again(exception);

        assertThat(back).hasMessage("own").hasCauseInstanceOf(IllegalStateException.class);
        assertThat(back.getStackTrace()).isEqualTo(exception.getStackTrace());
        assertThat(back.getSuppressed()).hasSize(1);
        assertThat((Throwable) again(new StackOverflowError())).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void largeArraysInsideAGraphComeBack() throws UnsendableException {
        double[] doubles = new Random(1).doubles(100_000).toArray();
        long[] longs = new Random(1).longs(20_000).toArray();

        Object[] back = (Object[]) again(new Object[] {new Pair<>(doubles, "x"), longs, doubles, new byte[70_001]});

        assertThat(((Pair<?, ?>) back[0]).a()).isEqualTo(doubles).isSameAs(back[2]);
        assertThat(back[1]).isEqualTo(longs);
        assertThat(back[3]).isEqualTo(new byte[70_001]);
    }

    @Test
    void thousandsOfStepsAreTooDeepButDoNotEndTheProgram() throws UnsendableException {
        Node first = new Node(0);
        Node last = first;
        for (int i = 1; i < 2_000_000; i++) {
            last.next = new Node(i);
            last = last.next;
        }

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(first))
                .withMessageContaining("too deep");
        assertThat(again(List.of(1))).isEqualTo(List.of(1));
        last = first;
        for (int i = 1; i < 500; i++) {
            last = last.next;
        }
        last.next = null;
        assertThat(((Node) again(first)).next.next.value).isEqualTo(2);
    }

    @Test
    void anotherVersionOfForyIsRefusedWithBoth() throws UnsendableException {
        byte[] bytes =
                ((Parcel.Inline) codec().encode(new P(1, "a")).parcel()).bytes().clone();
        bytes[5] = '9';

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().decode(new Parcel.Inline(Codec.GRAPH, bytes)))
                .withMessageContaining("Fory 1.6.9")
                .withMessageContaining("Fory 1.6.0");
    }

    @Test
    void damagedBytesAreRefused() throws UnsendableException {
        byte[] bytes = ((Parcel.Inline)
                        codec().encode(List.of(new P(1, "a"), new Node(3))).parcel())
                .bytes();
        ValueCodec codec = codec();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x55;
            for (byte[] each : List.of(damaged, Arrays.copyOf(bytes, i))) {
                try {
                    codec.decode(new Parcel.Inline(Codec.GRAPH, each));
                } catch (UnsendableException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        }
        assertThat(codec.decode(new Parcel.Inline(Codec.GRAPH, bytes))).isInstanceOf(List.class);
    }

    @Test
    void oneLoadersClassesAreReadByAnother() throws Exception {
        PromptClasses prompt = new PromptClasses(folder).with(5, """
            public record P(int x, List<Object> more) {}
            public enum E { A, B }
            public static class Plain { int n = 5; Object o; public String toString() { return "plain" + n + o; } }
            public static class Oops extends RuntimeException { Oops(String m) { super(m); } }
            public static Object value() {
                int k = 3;
                Plain plain = new Plain(); plain.o = E.B;
                Fn<Integer, P> fn = x -> new P(x + k, List.of(plain));
                return List.of(new P(1, List.of(E.A, plain)), fn, new Oops("no"), new P[] {new P(2, null)},
                        new Object() { public String toString() { return "anonymous" + k; } });
            }
            public static Object lambda() { P p = new P(7, List.of()); return (Call<Object>) () -> List.of(p); }
            """);
        ClassLoader here = prompt.loader();
        ClassLoader there = prompt.loader();

        Parcel parcel = codec(here).encode(PromptClasses.call(here, 5, "value")).parcel();
        List<?> back = (List<?>) codec(there).decode(parcel);

        assertThat(back.get(0)).hasToString("P[x=1, more=[A, plain5B]]");
        assertThat(back.get(0).getClass().getClassLoader()).isSameAs(there);
        assertThat(back.get(1).getClass().getClassLoader()).isSameAs(there);
        @SuppressWarnings("unchecked")
        Object made = ((java.util.function.Function<Integer, Object>) back.get(1)).apply(4);
        assertThat(made).hasToString("P[x=7, more=[plain5B]]");
        assertThat(made.getClass()).isSameAs(back.get(0).getClass());
        assertThat(back.get(2)).isInstanceOf(RuntimeException.class);
        assertThat(back.get(3).getClass().getComponentType()).isSameAs(made.getClass());
        assertThat(back.get(4)).hasToString("anonymous3");
        Parcel lambda =
                codec(here).encode(PromptClasses.call(here, 5, "lambda")).parcel();
        assertThat(((Call<?>) codec(there).decode(lambda)).call()).hasToString("[P[x=7, more=[]]]");
    }

    @Test
    void aClassThatCannotBeHadIsNamed() throws Exception {
        PromptClasses prompt = new PromptClasses(folder).with(6, """
            public record Only(int x) {}
            public static Object value() { return List.of(new Only(1)); }
            public static Object lambda() { return (Call<Object>) () -> 1; }
            """);
        ClassLoader here = prompt.loader();
        for (String method : List.of("value", "lambda")) {
            Parcel parcel =
                    codec(here).encode(PromptClasses.call(here, 6, method)).parcel();

            assertThatExceptionOfType(UnsendableException.class)
                    .isThrownBy(() -> codec().decode(parcel))
                    .withMessageContaining("REPL.$JShell$6");
        }
    }

    record Reference(EngineId engine, long number) implements Referable {}

    record Variable(String name) implements Named {}

    record Holder(Object held) {}

    @Test
    void referencesBecomeValuesWhereTheyAreArguments() throws Exception {
        ValueCodec.References references = new ValueCodec.References() {
            @Override
            public Object resolve(EngineId engine, long number) {
                return "value " + number + " of " + engine;
            }

            @Override
            public Object named(String name) {
                return "variable " + name;
            }

            @Override
            public Object reference(EngineId engine, long number) {
                return new Reference(engine, number);
            }
        };
        ValueCodec codec = ValueCodec.of(GraphValuesTest.class.getClassLoader(), folder, references);
        Reference reference = new Reference(new EngineId(3), 17);
        Variable variable = new Variable("k");

        assertThat(again(codec, reference)).isEqualTo("value 17 of 3");
        assertThat(codec.encode(reference).parcel().codec()).isEqualTo(Codec.REFERENCE);
        assertThat(again(codec, variable)).isEqualTo("variable k");
        assertThat(again(codec, List.of(1, reference, List.of(variable))))
                .isEqualTo(List.of(1, "value 17 of 3", List.of("variable k")));
        assertThat(again(codec, Map.of("r", reference))).isEqualTo(Map.of("r", "value 17 of 3"));
        assertThat(again(codec, new Object[] {reference})).isEqualTo(new Object[] {"value 17 of 3"});
        assertThat(again(codec, new Holder(reference))).isEqualTo(new Holder(reference));
        Call<Object> captured = () -> List.of(reference.number(), variable.name());
        assertThat(((Call<?>) again(codec, captured)).call()).isEqualTo(List.of(17L, "k"));
    }

    private static Object again(ValueCodec codec, Object value) throws UnsendableException {
        return codec.decode(codec.encode(value).parcel());
    }

    @Test
    void manyThreadsEncodeAtOnce() throws Exception {
        ValueCodec codec = codec();
        List<Thread> threads = new ArrayList<>();
        Set<Object> results = ConcurrentHashMap.newKeySet();
        for (int t = 0; t < 8; t++) {
            int seed = t;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 50; i++) {
                        P p = new P(seed * 1000 + i, "n");
                        if (!codec.decode(codec.encode(List.of(p)).parcel()).equals(List.of(p))) {
                            return;
                        }
                    }
                    results.add(seed);
                } catch (UnsendableException e) {
                    results.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(results).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }
}
