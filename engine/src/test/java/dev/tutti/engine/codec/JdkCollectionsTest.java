package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The collections of the JDK, of elements that are not serializable. */
final class JdkCollectionsTest {

    @TempDir
    Path folder;

    record P(int x) implements Comparable<P> {
        @Override
        public int compareTo(P other) {
            return Integer.compare(x, other.x);
        }
    }

    private static final List<P> ELEMENTS = List.of(new P(1), new P(2), new P(3));

    static Stream<Arguments> collections() {
        Comparator<P> reverse = Comparator.reverseOrder();
        TreeSet<P> sorted = new TreeSet<>(reverse);
        sorted.addAll(ELEMENTS);
        return Stream.<Collection<P>>of(
                        new ArrayList<>(ELEMENTS),
                        new LinkedList<>(ELEMENTS),
                        new Vector<>(ELEMENTS),
                        stack(),
                        new LinkedHashSet<>(ELEMENTS),
                        new TreeSet<>(ELEMENTS),
                        sorted,
                        new PriorityQueue<>(ELEMENTS),
                        new ConcurrentSkipListSet<>(ELEMENTS),
                        new CopyOnWriteArraySet<>(ELEMENTS),
                        new ConcurrentLinkedDeque<>(ELEMENTS),
                        new LinkedBlockingDeque<>(ELEMENTS),
                        new ArrayBlockingQueue<>(5, false, ELEMENTS),
                        new PriorityBlockingQueue<>(ELEMENTS),
                        new LinkedTransferQueue<>(ELEMENTS),
                        ConcurrentHashMap.newKeySet(),
                        Collections.synchronizedList(new ArrayList<>(ELEMENTS)),
                        Collections.unmodifiableSet(new TreeSet<>(ELEMENTS)),
                        Collections.unmodifiableCollection(new ArrayList<>(ELEMENTS)),
                        Collections.nCopies(3, new P(1)),
                        Collections.singletonList(new P(1)),
                        Collections.emptyList(),
                        Collections.checkedList(new ArrayList<>(ELEMENTS), P.class),
                        ELEMENTS.reversed(),
                        new ArrayList<>(ELEMENTS).subList(1, 2),
                        Arrays.asList(ELEMENTS.toArray(P[]::new)),
                        ELEMENTS.stream().toList(),
                        new TreeMap<>(Map.of("a", new P(1))).values(),
                        new LinkedHashMap<>(Map.of(new P(1), 1)).keySet())
                .map(collection -> Arguments.of(collection.getClass().getSimpleName(), collection));
    }

    private static Stack<P> stack() {
        Stack<P> stack = new Stack<>();
        stack.addAll(ELEMENTS);
        return stack;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("collections")
    void aCollectionComesBackWithItsElementsInOrder(String name, Collection<P> collection) throws UnsendableException {
        assertThat(again(collection)).hasToString(collection.toString());
    }

    static Stream<Arguments> maps() {
        Properties properties = new Properties();
        properties.setProperty("a", "b");
        Map<Object, Object> identity = new IdentityHashMap<>();
        identity.put("k", new P(1));
        return Stream.<Map<?, ?>>of(
                        new TreeMap<>(Map.of("a", new P(1))),
                        new TreeMap<>(Map.of("b", 1, "a", 2)).descendingMap(),
                        new Hashtable<>(Map.of("a", new P(1))),
                        new ConcurrentSkipListMap<>(Map.of(new P(1), new P(2))),
                        Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("a", new P(1)))),
                        Collections.synchronizedMap(new TreeMap<>(Map.of("a", new P(1)))),
                        Collections.singletonMap("a", new P(1)),
                        Map.of(),
                        properties)
                .map(map -> Arguments.of(map.getClass().getSimpleName(), map));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("maps")
    void aMapComesBackWithItsEntriesInOrder(String name, Map<?, ?> map) throws UnsendableException {
        assertThat(((Map<?, ?>) again(map)).toString()).isEqualTo(map.toString());
    }

    private Object again(Object value) throws UnsendableException {
        ValueCodec codec = ValueCodec.of(JdkCollectionsTest.class.getClassLoader(), folder, (engine, number) -> null);
        return codec.decode(codec.encode(value).parcel());
    }
}
