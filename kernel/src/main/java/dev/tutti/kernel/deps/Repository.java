package dev.tutti.kernel.deps;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Where artifacts come from.
 *
 * @param id what settings.xml calls it, for mirrors and passwords
 * @param url its address: {@code https:} or {@code file:}
 */
public record Repository(String id, String url) {

    private static final Map<String, String> WELL_KNOWN = Map.of(
            "central", "https://repo.maven.apache.org/maven2/",
            "mavencentral", "https://repo.maven.apache.org/maven2/",
            "google", "https://maven.google.com/",
            "jitpack", "https://jitpack.io/");

    public Repository {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
    }

    /**
     * As the user writes it: {@code id=url}, a bare address, a folder, or the name of a well-known one.
     *
     * @throws DependencyException if it is none of these
     */
    public static Repository parse(String text) throws DependencyException {
        String known = WELL_KNOWN.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return new Repository(known.contains("repo.maven.apache.org") ? "central" : text, known);
        }
        int equals = text.indexOf('=');
        boolean named = equals > 0 && text.substring(0, equals).matches("[\\w.-]+");
        String address = named ? text.substring(equals + 1) : text;
        String url = isUrl(address) ? address : folder(address);
        return new Repository(named ? text.substring(0, equals) : id(url), url);
    }

    private static boolean isUrl(String text) {
        return text.matches("(https?|file):.+");
    }

    private static String folder(String text) throws DependencyException {
        if (text.matches("\\w+:.*") || text.isEmpty() || !Files.isDirectory(Path.of(text))) {
            throw new DependencyException("'" + text + "' is no repository: it is neither an address (https:, file:),"
                    + " nor a folder, nor one of central, google, jitpack.");
        }
        return Path.of(text).toAbsolutePath().normalize().toUri().toString();
    }

    private static String id(String url) throws DependencyException {
        try {
            URI uri = new URI(url);
            String from = uri.getHost() == null ? "folder-" + Integer.toHexString(url.hashCode()) : uri.getHost();
            return from.replaceAll("[^\\w.-]", "-");
        } catch (URISyntaxException e) {
            throw new DependencyException("'" + url + "' is no address of a repository: " + e.getReason() + ".", e);
        }
    }
}
