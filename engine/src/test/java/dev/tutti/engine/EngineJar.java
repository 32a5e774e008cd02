package dev.tutti.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The engine's jar, packed by the tests, which run before the build packs its own. */
final class EngineJar {

    private static final Path PACKED = pack();

    private EngineJar() {}

    static Path path() {
        return PACKED;
    }

    private static Path pack() {
        try {
            Path classes = Path.of(URI.create(EngineMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
            Path jar = Files.createTempFile("tutti-engine", ".jar");
            jar.toFile().deleteOnExit();
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Premain-Class", "dev.tutti.engine.load.RedefineAgent");
            attributes.putValue("Can-Redefine-Classes", "true");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file, manifest);
                    Stream<Path> walk = Files.walk(classes)) {
                for (Path path : walk.filter(Files::isRegularFile).toList()) {
                    out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                    Files.copy(path, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
