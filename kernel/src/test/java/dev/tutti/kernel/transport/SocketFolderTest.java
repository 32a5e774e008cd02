package dev.tutti.kernel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SocketFolderTest {

    @TempDir
    private Path place;

    @Test
    void onlyItsOwnerMayEnterAndNothingIsLeft() throws IOException {
        try (SocketFolder folder = SocketFolder.create(List.of(place))) {
            Path path = folder.socket().getParent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            Files.createFile(folder.socket());
        }
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aPlaceWithALongPathIsPassedOver() throws IOException {
        Path deep = Files.createDirectories(place.resolve("d".repeat(100)));
        Path missing = place.resolve("missing");

        try (SocketFolder folder = SocketFolder.create(List.of(missing, deep, place))) {
            assertThat(folder.socket().getParent().getParent()).isEqualTo(place);
        }
        assertThat(deep).isEmptyDirectory();
        assertThatThrownBy(() -> SocketFolder.create(List.of(missing, deep)))
                .hasMessageContaining("Set XDG_RUNTIME_DIR to a short path");
    }

    @Test
    void whatADeadProcessHasLeftIsSwept() throws IOException {
        Path left = Files.createDirectory(place.resolve("tutti-left"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("s"));
        Path young = Files.createDirectory(place.resolve("tutti-young"));
        Files.createFile(young.resolve("lock"));
        Path foreign = Files.createDirectory(place.resolve("tutti-foreign"));
        try (SocketFolder living = SocketFolder.create(List.of(place));
                SocketFolder folder = SocketFolder.create(List.of(place))) {
            FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
            for (Path path : List.of(left, foreign, living.socket().getParent())) {
                Files.setLastModifiedTime(path, old);
            }

            folder.sweep();

            assertThat(left).doesNotExist();
            assertThat(young).exists();
            assertThat(foreign).exists();
            assertThat(living.socket().getParent()).exists();
        }
    }
}
