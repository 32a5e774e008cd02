package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The magics by name, in alphabetical order. */
public final class MagicCatalog {

    private final Map<String, MagicEntry> entries = new TreeMap<>();

    public MagicCatalog(Collection<MagicEntry> magics) {
        for (MagicEntry magic : magics) {
            if (entries.put(magic.name(), magic) != null) {
                throw new IllegalArgumentException("Two magics have the name " + magic.name());
            }
        }
    }

    public Optional<MagicEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    public List<MagicEntry> all() {
        return new ArrayList<>(entries.values());
    }
}
