package dev.tutti.engine.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Values by names that the session does not declare. Any thread. */
public final class NameTable {

    private final TreeMap<String, Object> values = new TreeMap<>();

    NameTable() {}

    public synchronized void put(String name, Object value) {
        values.put(name, value);
    }

    public synchronized boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, which may be null: {@link #has} tells whether there is one. */
    public synchronized Object get(String name) {
        return values.get(name);
    }

    public synchronized void drop(Collection<String> names) {
        values.keySet().removeAll(names);
    }

    /** All names, sorted. */
    public synchronized List<String> all() {
        return new ArrayList<>(values.keySet());
    }
}
