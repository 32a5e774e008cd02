package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Magics that get the whole terminal: {@code %edit}, {@code %history --pick}, {@code %browse}. */
final class EditAndPickTest {

    @TempDir
    private Path home;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
    }

    private Tmux open(int columns) throws IOException {
        Tmux tmux = WholeShell.open(home, columns, "-n", "0");
        tmux.untilLastLine("In [1]:");
        return tmux;
    }

    /** An editor that does what a script says to the file {@code $1}. */
    private Tmux openWithEditor(String script) throws IOException {
        Path editor = home.resolve("my editor");
        Files.writeString(editor, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(home.resolve("tutti"));
        Files.writeString(home.resolve("tutti").resolve("default.conf"), "editor.program = \"'" + editor + "'\"\n");
        return open(80);
    }

    @Test
    void whatAnEditorLeavesIsRunAndIsInTheHistory() throws IOException {
        try (Tmux tmux = openWithEditor("stty -a | grep -q -- ' icanon' && echo '* 2' >> \"$1\"")) {
            tmux.type("20 + 1").press("Enter").untilLastLine("In [2]:");
            tmux.type("%edit 1").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).endsWith("In [2]: %edit 1\n20 + 1\n* 2\nOut[3]: 22\nIn [4]:");
            tmux.type("%edit -p -x").press("Enter").untilLastLine("   ...: * 2");
            tmux.press("Enter").untilLastLine("In [6]:");
            assertThat(tmux.screen()).contains("Out[5]: 24");
            tmux.type("%history 3").press("Enter").untilLastLine("In [7]:");
            assertThat(tmux.screen()).endsWith("In [6]: %history 3\n20 + 1\n* 2\nIn [7]:");
        }
    }

    @Test
    void anEditorThatFailsLeavesTheSessionAndTheText() throws IOException {
        try (Tmux tmux = openWithEditor("echo 'int kept = 1;' > \"$1\"; exit 3")) {
            tmux.type("%edit").press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("ended with exit code 3.", "Nothing is run;");
            tmux.type("%edit -p --nano").press("Enter").until(screen -> screen.contains("\nint kept = 1;"));
            tmux.press("C-x").untilLastLine("In [4]:");
            tmux.type("%config editor.program no-such-editor").press("Enter").untilLastLine("In [5]:");
            tmux.type("%edit").press("Enter").untilLastLine("In [6]:");
            assertThat(tmux.screen()).contains("There is no program for the editor 'no-such-editor'.");
            tmux.type("kept + 1").press("Enter").untilLastLine("In [7]:");
            assertThat(tmux.screen()).contains("Out[6]: 2");
        }
    }

    @Test
    void controlCIsTheEditorsOwn() throws IOException {
        try (Tmux tmux =
                openWithEditor("trap 'echo 40 + 2 > \"$1\"; exit 0' INT; echo ready; while :; do sleep 1; done")) {
            tmux.type("%edit").press("Enter").until(screen -> screen.endsWith("\nready"));
            tmux.press("C-c").untilLastLine("In [3]:");
            assertThat(tmux.screen()).endsWith("\n40 + 2\nOut[2]: 42\nIn [3]:");
            tmux.type("%%capture c").press("Enter").type("%edit").press("Enter", "Enter");
            tmux.until(screen -> screen.contains("what this cell prints is being kept"));
        }
    }

    @Test
    void theBuiltInEditorChangesADeclarationOfTheSession() throws IOException {
        try (Tmux tmux = open(80)) {
            tmux.type("int twice(int n) { return n; }").press("Enter").untilLastLine("In [2]:");
            tmux.type("%edit twice").press("Enter").until(screen -> screen.contains("^X Exit"));
            tmux.press("C-e").press("Left", "Left", "Left").type(" * 2").press("C-o");
            tmux.until(screen -> screen.contains("File Name to Write"));
            tmux.press("Enter").until(screen -> screen.contains("Wrote 1 lines"));
            tmux.press("C-x").untilLastLine("In [4]:");
            tmux.type("twice(21)").press("Enter").untilLastLine("In [5]:");
            assertThat(tmux.screen())
                    .contains("In [2]: %edit twice\nint twice(int n) { return n * 2; }\n", "Out[4]: 42");
        }
    }

    @Test
    void anEditorBeginsAtTheLineThatIsSaid() throws IOException {
        try (Tmux tmux = openWithEditor("echo \"// $1\" >> \"$2\"")) {
            tmux.type("%edit -n 7").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("\n// +7\n");
            tmux.type("%edit --nano -n 2").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("The editor that is built in begins at the first line.");
        }
    }

    @Test
    void aFileIsEditedWhereItIs() throws IOException {
        Path file = home.resolve("cells.tutti");
        try (Tmux tmux = openWithEditor("echo 'int fromFile = 7;' >> \"$1\"")) {
            tmux.type("%edit " + file).press("Enter").untilLastLine("In [3]:");
            tmux.type("fromFile").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Out[3]: 7");
            assertThat(file).hasContent("int fromFile = 7;");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void thePickerOfAllSessionsPutsACellIntoThePrompt(int columns) throws IOException {
        try (Tmux tmux = open(columns)) {
            tmux.type("int needle = 1;").press("Enter").untilLastLine("In [2]:");
            tmux.type("int hay = 2;").press("Enter").untilLastLine("In [3]:");
            tmux.press("C-d").untilEnded();
        }
        try (Tmux tmux = open(columns)) {
            tmux.type("%history --pick").press("Enter").until(screen -> screen.startsWith("History:"));
            tmux.type("NEED").until(screen -> screen.startsWith("History: NEED\n> int needle = 1;"));
            tmux.press("Enter").untilLastLine("In [2]: int needle = 1;");
            assertThat(tmux.screen()).contains("In [1]: %history --pick\nIn [2]: int needle");
        }
    }

    @Test
    void anObjectIsOpenedAndTheJavaThatLeadsToAPartIsPutIntoThePrompt() throws IOException {
        try (Tmux tmux = open(80)) {
            tmux.type("record City(String name, List<Integer> years) {}")
                    .press("Enter")
                    .untilLastLine("In [2]:");
            tmux.type("var all = Map.of(\"k\", (Object) new City(\"Oslo\", List.of(1048, 1624)))")
                    .press("Enter");
            tmux.untilLastLine("In [3]:");
            tmux.type("%browse all").press("Enter");
            tmux.until(screen -> screen.startsWith("▾ all = Map (1): \"k\"=City\n  ▸ \"k\" = City: name=\"Oslo\""));
            tmux.press("Down", "Right").until(screen -> screen.contains("\n    ▸ years = List (2): 1048, 1624"));
            tmux.type("/[1] = 1624").until(screen -> screen.endsWith("Find: [1] = 1624"));
            tmux.press("Enter").until(screen -> screen.contains("\n        [1] = 1624"));
            tmux.until(screen -> screen.contains("\nall.get(\"k\").years().get(1)\n"));
            tmux.press("Enter").untilLastLine("In [4]: ((City) all.get(\"k\")).years().get(1)");
            tmux.press("Enter").untilLastLine("In [5]:");
            assertThat(tmux.screen()).contains("Out[4]: 1624");
            tmux.type("%browse all").press("Enter").until(screen -> screen.startsWith("▾ all"));
            tmux.type("q").untilLastLine("In [6]:");
        }
    }
}
