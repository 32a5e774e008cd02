package dev.tutti.engine.codec;

import dev.tutti.engine.codec.ValueCodec.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what references stand for in their place, in lists, sets, maps and arrays of objects, however nested. */
final class Resolution {

    private final References references;

    Resolution(References references) {
        this.references = references;
    }

    Object of(Object value) throws UnsendableException {
        if (value instanceof Referable reference) {
            return references.resolve(reference.engine(), reference.number());
        }
        if (value instanceof Named named) {
            return references.named(named.name());
        }
        if (value instanceof List<?> list) {
            List<Object> resolved = new ArrayList<>(list.size());
            return each(list, resolved) ? resolved : list;
        }
        if (value instanceof Set<?> set) {
            Set<Object> resolved = new LinkedHashSet<>();
            return each(set, resolved) ? resolved : set;
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        if (value instanceof Object[] array) {
            return ofArray(array);
        }
        return value;
    }

    private boolean each(java.util.Collection<?> elements, java.util.Collection<Object> resolved)
            throws UnsendableException {
        boolean changed = false;
        for (Object element : elements) {
            Object of = of(element);
            changed |= of != element;
            resolved.add(of);
        }
        return changed;
    }

    private Object ofMap(Map<?, ?> map) throws UnsendableException {
        Map<Object, Object> resolved = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object of = of(entry.getValue());
            changed |= of != entry.getValue();
            resolved.put(entry.getKey(), of);
        }
        return changed ? resolved : map;
    }

    private Object ofArray(Object[] array) throws UnsendableException {
        Object[] resolved = new Object[array.length];
        boolean changed = false;
        for (int i = 0; i < array.length; i++) {
            resolved[i] = of(array[i]);
            changed |= resolved[i] != array[i];
        }
        return changed ? resolved : array;
    }
}
