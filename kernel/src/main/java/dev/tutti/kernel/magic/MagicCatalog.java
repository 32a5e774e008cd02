package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The magics by name, in alphabetical order; some come and go with the session. Any thread. */
public final class MagicCatalog {

    private final Map<String, MagicEntry> entries = new ConcurrentSkipListMap<>();

    public MagicCatalog(Collection<MagicEntry> magics) {
        for (MagicEntry magic : magics) {
            if (!add(magic)) {
                throw new IllegalArgumentException("Two magics have the name " + magic.name());
            }
        }
    }

    /** Makes a magic known. @return false if its name is taken */
    public boolean add(MagicEntry magic) {
        return entries.putIfAbsent(magic.name(), magic) == null;
    }

    /** Forgets a magic. */
    public void remove(String name) {
        entries.remove(name);
    }

    public Optional<MagicEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    public List<MagicEntry> all() {
        return new ArrayList<>(entries.values());
    }
}
