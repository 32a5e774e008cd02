package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.kernel.magic.BuiltInMagics;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelUserMagicsTest {

    private static final String SERVICES = "META-INF/services/dev.tutti.client.Magic";

    private final MagicCatalog magics = BuiltInMagics.catalog();
    private final KernelUserMagics own = new KernelUserMagics(magics);

    @TempDir
    private Path folder;

    @Test
    void aJarBringsTheMagicsThatItNames() throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(SERVICES));
            zip.write("# ours\norg.example.WordCount # counts\n\n".getBytes(StandardCharsets.UTF_8));
        }
        own.addFrom(List.of(jar));
        assertThat(own.all()).isEqualTo(Map.of("wordCount", "org.example.WordCount"));
        assertThat(magics.find("wordCount")).isPresent();
    }

    @Test
    void aFolderBringsMagicsToo() throws IOException {
        Path services = folder.resolve(SERVICES);
        Files.createDirectories(services.getParent());
        Files.writeString(services, "org.example.Time\norg.example.Plot\n");
        own.addFrom(List.of(folder, folder.resolve("none.jar")));
        assertThat(own.all()).containsOnlyKeys("plot");
    }

    @Test
    void aMagicOfOurOwnCannotBeForgotten() {
        assertThatThrownBy(() -> own.remove("time"))
                .isInstanceOf(MagicException.class)
                .hasMessage("There is no magic %time of your own. %magic lists them.");
    }
}
