package dev.tutti.kernel.decompile;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The class files of a compiled type and of those inside it. Pure reading, any thread. */
public final class TypeFiles {

    /** A jar may have class files for newer versions of Java apart. */
    private static final Map<String, String> AS_THIS_JAVA =
            Map.of("releaseVersion", String.valueOf(Runtime.version().feature()));

    private TypeFiles() {}

    /**
     * Reads from the class path.
     *
     * @param origin a jar or a folder of class files
     * @param type the outermost type as a path: {@code org/example/Thing}
     * @return none if it is not there
     * @throws IOException if the jar or the folder cannot be read
     */
    public static List<byte[]> of(Path origin, String type) throws IOException {
        if (Files.isDirectory(origin)) {
            return in(origin, type);
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin, AS_THIS_JAVA)) {
            return in(jar.getPath("/"), type);
        }
    }

    /**
     * Reads from the JDK that runs this.
     *
     * @param type the outermost type as a path: {@code java/util/Map}
     * @throws IOException if the JDK's image cannot be read
     */
    public static List<byte[]> ofJdk(String module, String type) throws IOException {
        return in(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module), type);
    }

    private static List<byte[]> in(Path root, String type) throws IOException {
        Path own = root.resolve(type + ".class");
        if (!Files.isReadable(own)) {
            return List.of();
        }
        String nested = own.getFileName().toString().replaceFirst("\\.class$", "\\$");
        List<byte[]> files = new ArrayList<>(List.of(Files.readAllBytes(own)));
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(own.getParent(), file -> {
            String name = file.getFileName().toString();
            return name.startsWith(nested) && name.endsWith(".class");
        })) {
            for (Path file : beside) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }
}
