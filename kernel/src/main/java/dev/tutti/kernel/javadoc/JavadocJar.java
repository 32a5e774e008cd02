package dev.tutti.kernel.javadoc;

import dev.tutti.kernel.compile.ElementComment;
import dev.tutti.kernel.compile.SourcePlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The pages that the javadoc tool wrote for a library. Pure reading, any thread. */
public final class JavadocJar {

    private JavadocJar() {}

    /**
     * The comments of a type, or of all its members of one name.
     *
     * @param jar as Maven names it, {@code a-1.0-javadoc.jar}
     * @return none if there is no page for the type
     * @throws IOException if the jar cannot be read
     */
    public static List<ElementComment> comments(Path jar, SourcePlace place) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Optional<? extends ZipEntry> page = page(zip, place);
            if (page.isEmpty()) {
                return List.of();
            }
            try (InputStream in = zip.getInputStream(page.get())) {
                return JavadocPage.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .comments(place.nesting().getLast(), place.member());
            }
        }
    }

    /** {@code org/example/Outer.Inner.html}, in a folder of its module if it has one. */
    private static Optional<? extends ZipEntry> page(ZipFile zip, SourcePlace place) {
        List<String> inside = place.nesting().subList(1, place.nesting().size());
        String name = place.path() + (inside.isEmpty() ? "" : "." + String.join(".", inside)) + ".html";
        ZipEntry direct = zip.getEntry(name);
        return direct != null
                ? Optional.of(direct)
                : zip.stream()
                        .filter(entry -> entry.getName().endsWith("/" + name))
                        .findFirst();
    }
}
