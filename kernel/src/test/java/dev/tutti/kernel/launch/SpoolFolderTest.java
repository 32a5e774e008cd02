package dev.tutti.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolFolderTest {

    /** A number that no process has: Linux counts to 4,194,304. */
    private static final String DEAD = "999999999";

    @TempDir
    private Path place;

    @Test
    void onlyItsOwnerMayEnterAndNothingIsLeft() throws IOException {
        try (SpoolFolder folder = SpoolFolder.create(List.of(place))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            Files.createFile(
                    Files.createDirectory(folder.path().resolve("session")).resolve("value"));
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void withoutAPlaceTheRemedyIsNamed() {
        assertThatThrownBy(() -> SpoolFolder.create(List.of(place.resolve("missing"))))
                .hasMessageContaining("java.io.tmpdir");
    }

    @Test
    void whatADeadProcessHasLeftIsSweptLockedOrNot() throws IOException {
        Path left = Files.createDirectory(place.resolve("tutti-spool-" + DEAD + "-a"));
        Files.createFile(left.resolve(".lock"));
        Files.createFile(left.resolve("value"));
        Path barely = Files.createDirectory(place.resolve("tutti-spool-" + DEAD + "-b"));
        Path foreign = Files.createDirectory(place.resolve("tutti-spool-notes"));
        try (SpoolFolder living = SpoolFolder.create(List.of(place))) {
            SpoolFolder.sweep(place);

            assertThat(left).doesNotExist();
            assertThat(barely).doesNotExist();
            assertThat(foreign).exists();
            assertThat(living.path()).exists();
        }
    }
}
