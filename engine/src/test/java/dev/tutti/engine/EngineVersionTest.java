package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The version that engines show. */
final class EngineVersionTest {

    @Test
    void isThatOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("tutti.root"), "pom.xml"));
        assertThat(pom).contains("<artifactId>tutti</artifactId>\n  <version>" + EngineVersion.TEXT + "</version>");
    }
}
