package dev.tutti.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Texts by name in a file of the profile, a line each: name, tab, text. */
final class KeptTexts {

    private final Path file;
    private final SortedMap<String, String> texts = new ConcurrentSkipListMap<>();

    private KeptTexts(Path file) {
        this.file = file;
    }

    /** What the file holds; a file that cannot be read is taken for an empty one and told by the first write. */
    static KeptTexts in(Path file) {
        KeptTexts kept = new KeptTexts(file);
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t", 2);
                if (parts.length == 2) {
                    kept.texts.put(parts[0], parts[1]);
                }
            }
        } catch (NoSuchFileException _) {
            // nothing was kept yet
        } catch (IOException e) {
            System.getLogger(KeptTexts.class.getName())
                    .log(System.Logger.Level.WARNING, "The file " + file + " cannot be read", e);
        }
        return kept;
    }

    SortedMap<String, String> all() {
        return texts;
    }

    void put(String name, String text) throws IOException {
        texts.put(name, text);
        write();
    }

    /** @return whether there was one */
    boolean remove(String name) throws IOException {
        boolean known = texts.remove(name) != null;
        if (known) {
            write();
        }
        return known;
    }

    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        List<String> lines = texts.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
        Files.write(file, lines);
    }
}
