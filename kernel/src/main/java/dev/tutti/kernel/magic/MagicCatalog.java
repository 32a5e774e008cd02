package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The magics by name, in alphabetical order; some come and go with the session. Any thread. */
public final class MagicCatalog {

    private final Map<String, MagicEntry> entries = new ConcurrentSkipListMap<>();
    private final Map<String, String> given = new ConcurrentHashMap<>();

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

    /** Makes one known under a further name. @return false if that is taken, or there is no such magic */
    public boolean add(String name, MagicAlias alias) {
        boolean added = alias.entry(name, this).map(this::add).orElse(false);
        if (added && !alias.arguments().isEmpty()) {
            given.put(name, alias.arguments());
        }
        return added;
    }

    /** What stands before the arguments of each call of a magic; mostly empty. */
    String given(String name) {
        return given.getOrDefault(name, "");
    }

    /** Forgets a magic. */
    public void remove(String name) {
        entries.remove(name);
        given.remove(name);
    }

    public Optional<MagicEntry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    public List<MagicEntry> all() {
        return new ArrayList<>(entries.values());
    }
}
