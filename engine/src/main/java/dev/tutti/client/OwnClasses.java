package dev.tutti.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The classes of a program that serves its own session: those that its class loader can read. Any thread. */
final class OwnClasses {

    private final ClassLoader loader;

    OwnClasses(ClassLoader loader) {
        this.loader = loader;
    }

    /** The bytes of a class file; none if the class is not on the class path. */
    Optional<byte[]> find(String name) {
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/').concat(".class"))) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
