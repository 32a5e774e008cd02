package dev.tutti.engine.render;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a table, and what of an element stands in each.
 *
 * @param heads the titles
 * @param keyed whether elements are entries whose key has the first column and whose value has the others
 */
record TableColumns(List<String> heads, boolean keyed) {

    /** A null in a cell, apart from nothing. */
    static final Object NULL = new Object();

    private static final String KEY = "key";
    private static final String VALUE = "value";

    /** Of a table that nobody asked for: all elements are records of one type, or maps with the same names as keys. */
    static Optional<TableColumns> ofAlike(Collection<?> elements) {
        Object first = elements.iterator().next();
        List<String> heads = names(first);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        for (Object element : elements) {
            boolean alike = element != null
                    && element.getClass() == first.getClass()
                    && (!(element instanceof Map<?, ?> map) || map.keySet().equals(Set.copyOf(heads)));
            if (!alike) {
                return Optional.empty();
            }
        }
        return Optional.of(new TableColumns(heads, false));
    }

    private static List<String> names(Object element) {
        if (element instanceof Record && Shape.of(element) == Shape.RECORD) {
            return List.of(RecordParts.names(element));
        }
        if (element instanceof Map<?, ?> map && Shape.of(element) == Shape.MAP) {
            boolean named = map.keySet().stream().allMatch(String.class::isInstance);
            Stream<String> keys = named ? map.keySet().stream().map(String.class::cast) : Stream.of();
            return (MapOrder.isArbitrary(map) ? keys.sorted() : keys).toList();
        }
        return List.of();
    }

    /** What makes the rows of a value that is to be a table: its elements, entries or components. */
    static Collection<?> rows(Object value) {
        if (value == null) {
            return List.of();
        }
        return switch (Shape.of(value)) {
            case ARRAY -> list(value);
            case COLLECTION -> (Collection<?>) value;
            case MAP -> MapOrder.entries((Map<?, ?>) value);
            case RECORD -> components(value).entrySet();
            case ENTRY, OPTIONAL, ATOM -> value instanceof Iterable<?> iterable ? list(iterable) : List.of();
        };
    }

    private static List<Object> list(Iterable<?> iterable) {
        List<Object> list = new ArrayList<>();
        iterable.forEach(list::add);
        return list;
    }

    private static List<?> list(Object array) {
        if (array instanceof Object[] objects) {
            return Arrays.asList(objects);
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Map<String, Object> components(Object owner) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (String name : RecordParts.names(owner)) {
            components.put(name, RecordParts.value(owner, name));
        }
        return components;
    }

    /** Of a table that was asked for: all names that any element has. */
    static TableColumns ofAny(Collection<?> elements) {
        boolean keyed = elements.stream().allMatch(Map.Entry.class::isInstance);
        Set<String> heads = new LinkedHashSet<>();
        for (Object element : elements) {
            heads.addAll(parts(keyed ? ((Map.Entry<?, ?>) element).getValue() : element)
                    .keySet());
        }
        List<String> all = new ArrayList<>(heads);
        if (keyed) {
            all.addFirst(KEY);
        }
        return new TableColumns(List.copyOf(all), keyed);
    }

    /** What stands in a column; nothing if the element has no such part. */
    Optional<Object> part(Object element, int column) {
        if (keyed && column == 0) {
            return Optional.of(orNull(((Map.Entry<?, ?>) element).getKey()));
        }
        Map<String, Object> parts = parts(keyed ? ((Map.Entry<?, ?>) element).getValue() : element);
        String head = heads.get(column);
        return parts.containsKey(head) ? Optional.of(orNull(parts.get(head))) : Optional.empty();
    }

    private static Object orNull(Object part) {
        return part == null ? NULL : part;
    }

    /** A cell has a name: a component's, a key, a number; what has no parts is a value. */
    private static Map<String, Object> parts(Object element) {
        Map<String, Object> parts = new LinkedHashMap<>();
        Shape shape = element == null ? Shape.ATOM : Shape.of(element);
        switch (shape) {
            case RECORD -> parts.putAll(components(element));
            case MAP ->
                MapOrder.entries((Map<?, ?>) element)
                        .forEach(entry -> parts.put(String.valueOf(entry.getKey()), entry.getValue()));
            case ENTRY -> {
                parts.put(KEY, ((Map.Entry<?, ?>) element).getKey());
                parts.put(VALUE, ((Map.Entry<?, ?>) element).getValue());
            }
            case ARRAY, COLLECTION -> {
                int column = 0;
                for (Object part : shape == Shape.ARRAY ? list(element) : (Collection<?>) element) {
                    parts.put(Integer.toString(column++), part);
                }
            }
            case OPTIONAL, ATOM -> parts.put(VALUE, element);
        }
        return parts;
    }
}
