package dev.tutti.kernel;

import dev.tutti.kernel.magic.LibraryText;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.StateMagics;
import dev.tutti.kernel.magic.UserMagics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The magics of the user's, for the life of a session. Used on the thread that runs cells. */
final class KernelUserMagics implements UserMagics {

    /** Each line names a record; a number sign begins a comment: the form of {@link java.util.ServiceLoader}'s files. */
    private static final String SERVICES = "META-INF/services/dev.tutti.client.Magic";

    private final MagicCatalog magics;
    private final Map<String, String> own = new TreeMap<>();
    private final Map<When, String> around = new EnumMap<>(When.class);

    KernelUserMagics(MagicCatalog magics) {
        this.magics = magics;
    }

    @Override
    public List<String> addFrom(List<Path> classPath) {
        List<String> added = new ArrayList<>();
        for (Path entry : classPath) {
            for (String record : records(entry)) {
                String name = StateMagics.magicName(record);
                if (magics.add(StateMagics.user(name, record))) {
                    own.put(name, record);
                    added.add(name);
                }
            }
        }
        return added;
    }

    private static List<String> records(Path entry) {
        try {
            return LibraryText.of(entry, SERVICES)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            return List.of(); // what is no jar cannot be used as one anyway, which the compiler tells
        }
    }

    @Override
    public Map<String, String> all() {
        return Collections.unmodifiableMap(own);
    }

    @Override
    public void add(String name, String java) throws MagicException {
        if (own.containsKey(name)) {
            magics.remove(name);
        }
        if (!magics.add(StateMagics.user(name, java))) {
            throw new MagicException(
                    "There is a magic %" + name + " already. Give this one another name: %magic " + java + " NAME.");
        }
        own.put(name, java);
    }

    @Override
    public void remove(String name) throws MagicException {
        if (own.remove(name) == null) {
            throw new MagicException("There is no magic %" + name + " of your own. %magic lists them.");
        }
        magics.remove(name);
    }

    @Override
    public Optional<String> around(When when) {
        return Optional.ofNullable(around.get(when));
    }

    @Override
    public void around(When when, Optional<String> code) {
        around.remove(when);
        code.ifPresent(java -> around.put(when, java));
    }
}
