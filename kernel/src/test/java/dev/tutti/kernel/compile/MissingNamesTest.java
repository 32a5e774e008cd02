package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that nothing declares are looked for where they may come from. */
final class MissingNamesTest {

    private final MissingNames platform = new MissingNames(List.of());

    @Test
    void aClassOfTheJdkIsOfferedForImport() {
        assertThat(platform.hintForType("DecimalFormat"))
                .isEqualTo("There is java.text.DecimalFormat: import java.text.DecimalFormat;");
    }

    @Test
    void ofSeveralTheUsualOneComesFirst() {
        assertThat(platform.hintForType("List")).startsWith("Import the one that you mean: java.util.List, ");
    }

    @Test
    void classesOfJarsAndFoldersAreOffered(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("a.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("org/example/Lonely.class"));
        }
        Files.createDirectories(folder.resolve("classes/com/mine"));
        Files.createFile(folder.resolve("classes/com/mine/Own.class"));
        MissingNames names = new MissingNames(List.of(jar, folder.resolve("classes"), folder.resolve("no-such.jar")));
        assertThat(names.hintForType("Lonely")).contains("import org.example.Lonely;");
        assertThat(names.hintForType("Own")).contains("import com.mine.Own;");
    }

    @Test
    void aLibraryThatManyUseIsNamed() {
        assertThat(platform.hintForType("StringUtils")).contains("%deps add org.apache.commons:commons-lang3:");
        assertThat(platform.hintForPackage("com.google.common.collect")).contains("com.google.guava:guava:");
    }

    @Test
    void aStaticMethodIsFoundWithItsClass() {
        assertThat(platform.hintForMethod("sqrt")).isEqualTo("There is Math.sqrt.");
    }

    @Test
    void whatNobodyKnowsIsPassedOver() {
        assertThat(platform.hintForType("NoSuchThingAtAll")).isEmpty();
        assertThat(platform.hintForType("lower")).isEmpty();
        assertThat(platform.hintForMethod("noSuchMethod")).isEmpty();
        assertThat(platform.hintForPackage("no.such.thing")).isEmpty();
    }
}
