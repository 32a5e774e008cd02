package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainInputTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private List<ReadResult> read(String typed) throws IOException {
        CompletableFuture<CodeAssist> assist = CompletableFuture.completedFuture(new FakeAssist());
        ByteArrayInputStream input = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        List<ReadResult> results = new ArrayList<>();
        try (Terminal terminal = new DumbTerminal("test", "dumb", input, screen, StandardCharsets.UTF_8);
                CellEditor editor = CellEditor.open(EditorConfig.of(
                        Tty.of(terminal, true),
                        folder.resolve("history"),
                        assist,
                        Settings.of(Path.of("default.conf"), KnownSettings.ALL)))) {
            do {
                results.add(editor.read(PromptFacts.of(results.size() + 1)));
            } while (!(results.getLast() instanceof ReadResult.EndOfInput));
            assertThat(editor.history()).hasSize((int) results.stream()
                    .filter(result -> result instanceof ReadResult.Cell)
                    .count());
        }
        return results;
    }

    @Test
    void cellsAreReadByTheSameRuleWithoutAnyEscapeSequence() throws IOException {
        assertThat(read("int x = 1;\nclass A {\n}\n\n%%px\nrank()\n\n"))
                .containsExactly(
                        new ReadResult.Cell("int x = 1;"),
                        new ReadResult.Cell("class A {\n}"),
                        new ReadResult.Cleared(),
                        new ReadResult.Cell("%%px\nrank()"),
                        new ReadResult.EndOfInput());
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .startsWith("In [1]: In [2]:    ...: In [3]: In [4]:    ...:    ...: In [5]: ")
                .doesNotContain("\033");
    }

    @Test
    void lineEndsOfAnyKindAndALastLineWithoutEndAreUnderstood() throws IOException {
        assertThat(read("a\r\nb\rc"))
                .containsExactly(
                        new ReadResult.Cell("a"),
                        new ReadResult.Cell("b"),
                        new ReadResult.Cell("c"),
                        new ReadResult.EndOfInput());
    }

    @Test
    void anUnfinishedCellAtTheEndOfTheInputRunsSoThatItsErrorIsShown() throws IOException {
        assertThat(read("class A {\n")).containsExactly(new ReadResult.Cell("class A {"), new ReadResult.EndOfInput());
    }
}
