package dev.tutti.engine.browse;

import dev.tutti.engine.render.TypeNames;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** The parts of one object, in an order that stays as long as it is not changed. Runs nothing of the user's. */
sealed interface Parts {

    /** How many there are. */
    int count();

    /** Some of them: as many of those wanted as there are. */
    List<Part> some(int first, int most);

    /** The parts of an object. @param object may be null, which has none */
    static Parts of(Object object) {
        if (object == null || BriefText.saysAll(object)) {
            return new None();
        }
        if (object.getClass().isArray()) {
            return new Elements(object);
        }
        if (object instanceof Pair pair) {
            return new KeyAndValue(pair);
        }
        if (PlainContainers.isEntry(object)) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) object;
            return new KeyAndValue(new Pair(entry.getKey(), entry.getValue()));
        }
        Optional<Map<?, ?>> map = PlainContainers.map(object);
        if (map.isPresent()) {
            return new Entries(map.get());
        }
        Optional<Collection<?>> collection = PlainContainers.collection(object);
        if (collection.isPresent()) {
            return new Members(collection.get());
        }
        if (object instanceof Optional<?> optional) {
            return new Content(optional);
        }
        return new Fields(object, ObjectFields.of(object.getClass()));
    }

    /** Of what has none. */
    record None() implements Parts {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public List<Part> some(int first, int most) {
            return List.of();
        }
    }

    /** Of an array. */
    record Elements(Object array) implements Parts {
        @Override
        public int count() {
            return Array.getLength(array);
        }

        @Override
        public List<Part> some(int first, int most) {
            String type = TypeNames.of(array.getClass());
            List<Part> parts = new ArrayList<>();
            for (int i = first; i < Math.min(count(), first + most); i++) {
                String place = "[" + i + "]";
                parts.add(new Part(place, Array.get(array, i), place, type));
            }
            return parts;
        }
    }

    /** Of a collection of the JDK. */
    record Members(Collection<?> collection) implements Parts {
        @Override
        public int count() {
            return collection.size();
        }

        @Override
        public List<Part> some(int first, int most) {
            List<Part> parts = new ArrayList<>();
            for (Object member : skipped(collection, first, most)) {
                int i = first + parts.size();
                parts.add(
                        collection instanceof List<?>
                                ? new Part("[" + i + "]", member, ".get(" + i + ")", "java.util.List")
                                : new Part("[" + i + "]", member, nth(".stream()", i), "java.util.Collection"));
            }
            return parts;
        }
    }

    /** Of a map of the JDK: the values, called by their keys where those have literals, else entries. */
    record Entries(Map<?, ?> map) implements Parts {
        @Override
        public int count() {
            return map.size();
        }

        @Override
        public List<Part> some(int first, int most) {
            List<Part> parts = new ArrayList<>();
            for (Object each : skipped(map.entrySet(), first, most)) {
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
                int i = first + parts.size();
                Optional<String> key = BriefText.literal(entry.getKey());
                parts.add(
                        key.isPresent()
                                ? new Part(key.get(), entry.getValue(), ".get(" + key.get() + ")", "java.util.Map")
                                : new Part(
                                        "[" + i + "]",
                                        new Pair(entry.getKey(), entry.getValue()),
                                        nth(".entrySet().stream()", i),
                                        "java.util.Map"));
            }
            return parts;
        }
    }

    /** An entry of a map. */
    record Pair(Object key, Object value) {}

    /** Of an entry of a map. */
    record KeyAndValue(Pair pair) implements Parts {
        @Override
        public int count() {
            return 2;
        }

        @Override
        public List<Part> some(int first, int most) {
            List<Part> parts = List.of(
                    new Part("key", pair.key(), ".getKey()", "java.util.Map.Entry"),
                    new Part("value", pair.value(), ".getValue()", "java.util.Map.Entry"));
            return parts.subList(Math.min(first, 2), Math.min(first + most, 2));
        }
    }

    /** Of an optional. */
    record Content(Optional<?> optional) implements Parts {
        @Override
        public int count() {
            return optional.isPresent() ? 1 : 0;
        }

        @Override
        public List<Part> some(int first, int most) {
            return optional.isPresent() && first == 0 && most > 0
                    ? List.of(new Part("value", optional.get(), ".get()", "java.util.Optional"))
                    : List.of();
        }
    }

    /** Of any other object. */
    record Fields(Object object, List<ObjectFields.Reader> readers) implements Parts {
        @Override
        public int count() {
            return readers.size();
        }

        @Override
        public List<Part> some(int first, int most) {
            return readers.stream()
                    .skip(first)
                    .limit(most)
                    .map(reader -> reader.read(object))
                    .toList();
        }
    }

    private static String nth(String stream, int i) {
        return stream + (i == 0 ? "" : ".skip(" + i + ")") + ".findFirst().orElseThrow()";
    }

    /** Some members; fewer where another thread changes the collection meanwhile. */
    private static List<Object> skipped(Collection<?> collection, int first, int most) {
        List<Object> some = new ArrayList<>();
        try {
            if (collection instanceof List<?> list && list instanceof RandomAccess) {
                int end = Math.min(list.size(), first + most);
                for (int i = first; i < end; i++) {
                    some.add(list.get(i));
                }
                return some;
            }
            Iterator<?> members = collection.iterator();
            for (int i = 0; i < first + most && members.hasNext(); i++) {
                Object member = members.next();
                if (i >= first) {
                    some.add(member);
                }
            }
        } catch (ConcurrentModificationException | IndexOutOfBoundsException _) {
            // what has been read is better than nothing
        }
        return some;
    }
}
