package dev.tutti.kernel.compile;

import dev.tutti.client.Here;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the classes are that every cell may use: {@code dev.tutti.client}. */
final class ClientApi {

    private ClientApi() {}

    /** The class path with the client API at its end. */
    static List<Path> with(List<Path> classPath) {
        List<Path> all = new ArrayList<>(classPath);
        location().filter(p -> !classPath.contains(p)).ifPresent(all::add);
        return all;
    }

    private static Optional<Path> location() {
        CodeSource source = Here.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI uri = source.getLocation().toURI();
            return uri.getScheme().equals("file") ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the client API is no file: " + source.getLocation(), e);
        }
    }
}
