package dev.tutti.engine.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order in which the entries of a map are shown: its own, or by their keys where it has none that means anything. */
final class MapOrder {

    private MapOrder() {}

    /** Whether it gives its entries in an order that may be another one tomorrow. */
    static boolean isArbitrary(Map<?, ?> map) {
        String type = map.getClass().getName();
        return type.startsWith("java.util.ImmutableCollections$")
                || type.equals("java.util.HashMap")
                || type.equals("java.util.Hashtable")
                || type.equals("java.util.concurrent.ConcurrentHashMap");
    }

    /** The entries, sorted if the order is arbitrary and all keys are strings or all are whole numbers. */
    static Collection<? extends Map.Entry<?, ?>> entries(Map<?, ?> map) {
        if (!isArbitrary(map)) {
            return map.entrySet();
        }
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (entries.stream().allMatch(entry -> entry.getKey() instanceof String)) {
            entries.sort(Comparator.comparing(entry -> (String) entry.getKey()));
        } else if (entries.stream().allMatch(entry -> entry.getKey() instanceof Integer)) {
            entries.sort(Comparator.comparing(entry -> (Integer) entry.getKey()));
        }
        return entries;
    }
}
