package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The class files in folders of the class path, such as a project's {@code target/classes}: which of them another program
 * has written anew. One thread at a time.
 */
public final class ClassFolders {

    private record Seen(FileTime time, long bytes, ClassShape shape) {}

    /**
     * What has changed since the last look.
     *
     * @param redefined classes whose shape is as it was: their loaded form can take the new code
     * @param reshaped names of classes that have got or lost fields, methods or supertypes
     * @param added names of classes that are new
     */
    public record Changes(List<ClassFile> redefined, List<String> reshaped, List<String> added) {

        public Changes {
            redefined = List.copyOf(redefined);
            reshaped = List.copyOf(reshaped);
            added = List.copyOf(added);
        }

        /** Whether nothing has changed. */
        public boolean isEmpty() {
            return redefined.isEmpty() && reshaped.isEmpty() && added.isEmpty();
        }
    }

    private final Map<Path, Seen> seen = new HashMap<>();
    private final List<Path> known = new ArrayList<>();

    /** Looks at the folders among these; what is in one that is looked at for the first time counts as unchanged. */
    public Changes look(List<Path> classPath) {
        List<ClassFile> redefined = new ArrayList<>();
        List<String> reshaped = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Path folder : classPath) {
            if (Files.isDirectory(folder)) {
                boolean first = !known.contains(folder);
                for (Path file : classFiles(folder)) {
                    look(folder, file, first, new Changed(redefined, reshaped, added));
                }
                if (first) {
                    known.add(folder);
                }
            }
        }
        return new Changes(redefined, reshaped, added);
    }

    private record Changed(List<ClassFile> redefined, List<String> reshaped, List<String> added) {}

    private void look(Path folder, Path file, boolean first, Changed changed) {
        try {
            Seen before = seen.get(file);
            FileTime time = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            if (before != null && before.time().equals(time) && before.bytes() == size) {
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            ClassShape shape = ClassShape.of(java.lang.classfile.ClassFile.of().parse(bytes));
            seen.put(file, new Seen(time, size, shape));
            String path = folder.relativize(file).toString();
            String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            if (first) {
                return;
            }
            if (before == null) {
                changed.added().add(name);
            } else if (before.shape().equals(shape)) {
                changed.redefined().add(new ClassFile(name, bytes));
            } else {
                changed.reshaped().add(name);
            }
        } catch (IOException | IllegalArgumentException _) {
            // It is being written or goes away at this moment: the next look sees what became of it.
        }
    }

    private static List<Path> classFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")
                            && !file.endsWith("module-info.class")
                            && !file.endsWith("package-info.class"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
