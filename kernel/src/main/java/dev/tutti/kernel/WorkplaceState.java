package dev.tutti.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of a session's commands and its history, bookmarks and aliases. Any thread. */
final class WorkplaceState {

    private static final int KEPT = 100;

    private final Path start = Path.of("").toAbsolutePath();
    private final List<Path> visited = new ArrayList<>(List.of(start));
    private final KeptTexts bookmarks;
    private final KeptTexts aliases;
    private final KeptTexts magicAliases;

    /** @param folder where bookmarks and aliases are kept from session to session */
    WorkplaceState(Path folder) {
        bookmarks = KeptTexts.in(folder.resolve("bookmarks"));
        aliases = KeptTexts.in(folder.resolve("aliases"));
        magicAliases = KeptTexts.in(folder.resolve("magic-aliases"));
    }

    synchronized Path directory() {
        return visited.getLast();
    }

    synchronized List<Path> visited() {
        return List.copyOf(visited);
    }

    /** Commands run elsewhere now. */
    synchronized void move(Path folder) {
        if (!folder.equals(visited.getLast())) {
            visited.add(folder);
        }
        if (visited.size() > KEPT) {
            visited.removeFirst();
        }
    }

    /** A fresh local engine begins where the first began. */
    void begin() {
        move(start);
    }

    KeptTexts bookmarks() {
        return bookmarks;
    }

    KeptTexts aliases() {
        return aliases;
    }

    /** Further names of magics. */
    KeptTexts magicAliases() {
        return magicAliases;
    }
}
