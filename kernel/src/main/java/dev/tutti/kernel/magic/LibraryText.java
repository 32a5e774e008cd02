package dev.tutti.kernel.magic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A text that a jar or folder of the class path has for Tutti. It is only read: nothing of the jar is loaded. */
public final class LibraryText {

    private LibraryText() {}

    /**
     * Reads it.
     *
     * @param entry the jar or folder
     * @param name its path in there
     * @return empty if there is none
     * @throws IOException if the entry cannot be read
     */
    public static String of(Path entry, String name) throws IOException {
        if (Files.isDirectory(entry)) {
            Path file = entry.resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            ZipEntry text = jar.getEntry(name);
            return text == null ? "" : new String(jar.getInputStream(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
