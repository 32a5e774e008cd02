package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavedValueTest {

    @TempDir
    private Path folder;

    @Test
    void aValueIsALineAmongOthers() throws IOException {
        SavedValue value =
                new SavedValue("days", "Map<String, Integer>", new Parcel.Inline(Codec.GRAPH, new byte[] {1, -2, 3}));
        Path file = Files.write(folder.resolve("saved"), List.of("int n = 1;", value.line(), "// %%"));
        assertThat(SavedValue.read(file)).singleElement().satisfies(read -> {
            assertThat(read.line()).isEqualTo(value.line());
            assertThat(read.type()).isEqualTo("Map<String, Integer>");
        });
    }

    @Test
    void aDamagedLineIsToldByItsNumber() throws IOException {
        Path file = Files.write(folder.resolve("saved"), List.of("// head", "//= days\tint\tNONE\tAA=="));
        assertThatThrownBy(() -> SavedValue.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2 is damaged");
    }
}
