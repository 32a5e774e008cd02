package dev.tutti.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for large values, in that of a test. */
final class Spool {

    static final String NAME = "spool";

    private Spool() {}

    static Path in(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve(NAME));
    }
}
