package dev.tutti.kernel.decompile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TypeFilesTest {

    @TempDir
    Path folder;

    @Test
    void aTypeOfAJarComesWithThoseInsideIt() throws IOException {
        Path jar = jar(Map.of(
                "a/Thing.class", bytes("a.Thing"),
                "a/Thing$Part.class", bytes("a.Thing$Part"),
                "a/Things.class", bytes("a.Things")));

        assertThat(names(TypeFiles.of(jar, "a/Thing"))).containsExactly("a/Thing", "a/Thing$Part");
    }

    @Test
    void aJarForSeveralVersionsOfJavaGivesThoseForThisOne() throws IOException {
        byte[] manifest = "Manifest-Version: 1.0\nMulti-Release: true\n".getBytes(StandardCharsets.US_ASCII);
        Path jar = jar(Map.of(
                "META-INF/MANIFEST.MF", manifest,
                "a/Thing.class", bytes("a.Old"),
                "META-INF/versions/11/a/Thing.class", bytes("a.New")));

        assertThat(names(TypeFiles.of(jar, "a/Thing"))).containsExactly("a/New");
    }

    @Test
    void aFolderIsReadToo() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.write(folder.resolve("a/Thing.class"), bytes("a.Thing"));

        assertThat(names(TypeFiles.of(folder, "a/Thing"))).containsExactly("a/Thing");
        assertThat(TypeFiles.of(folder, "b/Thing")).isEmpty();
    }

    @Test
    void theJdkIsReadFromItsImage() throws IOException {
        assertThat(names(TypeFiles.ofJdk("java.base", "java/util/Map")))
                .contains("java/util/Map", "java/util/Map$Entry");
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThatThrownBy(() -> TypeFiles.of(text, "a/Thing")).isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String name) {
        return ClassFile.of().build(ClassDesc.of(name), type -> {});
    }

    private static List<String> names(List<byte[]> files) {
        return files.stream()
                .map(bytes -> ClassFile.of().parse(bytes).thisClass().asInternalName())
                .toList();
    }

    private Path jar(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("a.jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return file;
    }
}
