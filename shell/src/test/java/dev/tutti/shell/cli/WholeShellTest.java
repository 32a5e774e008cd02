package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a user has it: a real terminal, the real kernel, engines in processes of their own. */
final class WholeShellTest {

    private static final Pattern PID = Pattern.compile("(?m)^Out\\[(local|\\d+):?\\d*]: (\\d+)$");

    @TempDir
    private Path home;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
    }

    private Tmux open(int columns) throws IOException {
        return WholeShell.open(home, columns, "-n", "2");
    }

    private Tmux openToPrompt(int columns) throws IOException {
        Tmux tmux = open(columns);
        tmux.untilLastLine("In [1]:");
        return tmux;
    }

    @Test
    void theProfileSaysWhatThePromptsAreAndTheTitleWhatRuns() throws IOException {
        Files.createDirectories(home.resolve("tutti"));
        Files.writeString(
                home.resolve("tutti").resolve("default.conf"),
                "prompt.text = \"{cell} at {targets}> \"\nprompt.right = cell {cell}\n");
        try (Tmux tmux = open(80)) {
            tmux.until(screen -> screen.endsWith("1 at local>" + " ".repeat(80 - 11 - 6) + "cell 1"));
            tmux.type("Thread.sleep(600_000)").press("Enter").untilTitle("Tutti: Thread.sleep(600_000)");
            tmux.press("C-c").untilTitle("Tutti");
        }
    }

    @Test
    void aCellTypedAtTheFirstPromptRunsAsSoonAsAllIsThere() throws IOException {
        try (Tmux tmux = openToPrompt(80)) {
            tmux.type("%px rank() * 10").press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("Out[0:1]: 0\nOut[1:1]: 10\n");
        }
    }

    @Test
    void controlCStopsACellEverywhereAndTheVariablesStay() throws IOException {
        try (Tmux tmux = openToPrompt(80)) {
            tmux.type("%px int r = rank() + 7;").press("Enter").untilLastLine("In [2]:");
            tmux.type("%px for (;;) { try { Thread.sleep(5); } catch (Throwable t) {} }")
                    .press("Enter")
                    .until(screen -> screen.contains("waiting for 0-1"));
            tmux.press("C-c").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("[0-1] stopped at cell 2, line 1", "2 of 2 engines stopped.");
            tmux.type("%px r").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Out[0:3]: 7\nOut[1:3]: 8");
        }
    }

    @Test
    void whatDoesNotStopIsNamedAndReplacedByTheSecondControlC() throws IOException {
        try (Tmux tmux = openToPrompt(100)) {
            tmux.type("new java.math.BigInteger(\"3\").pow(1 << 30)")
                    .press("Enter")
                    .until(screen -> screen.lines().toList().getLast().matches("\\d+ s"));
            tmux.press("C-c").until(screen -> screen.contains("Local has not stopped"));
            tmux.press("C-c").untilLastLine("In [2]:");
            tmux.type("1 + 1").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("Out[2]: 2");
        }
    }

    @Test
    void anEngineKilledDuringACellIsReportedAndTheOthersAnswer() throws Exception {
        try (Tmux tmux = openToPrompt(100)) {
            ProcessHandle zero = engine(tmux, "0");
            tmux.type("%px if (rank() == 0) Thread.sleep(600_000); rank()")
                    .press("Enter")
                    .until(screen -> screen.contains("waiting for 0"));
            zero.destroyForcibly();
            tmux.untilLastLine("In [3]:");
            assertThat(tmux.screen())
                    .contains("[0] lost: killed by signal 9 (SIGKILL); its variables are gone. %engines restart 0")
                    .contains("1 of 2 engines failed.");
            tmux.type("%px rank()").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Out[1:3]: 0");
            tmux.type("%engines restart 0").press("Enter").untilLastLine("In [5]:");
            tmux.type("%px rank()").press("Enter").untilLastLine("In [6]:");
            assertThat(tmux.screen()).contains("Out[0:5]: 0\nOut[1:5]: 1");
        }
    }

    @Test
    void noEngineOutlivesAShellThatIsKilled() throws Exception {
        try (Tmux tmux = openToPrompt(80)) {
            ProcessHandle zero = engine(tmux, "0");
            tmux.type("%px while (true) Math.sin(1);")
                    .press("Enter")
                    .until(screen -> screen.contains("waiting for 0-1"));
            tmux.kill();
            assertThat(zero.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void controlDLeavesAndTheEnginesGoToo() throws Exception {
        try (Tmux tmux = openToPrompt(80)) {
            ProcessHandle zero = engine(tmux, "0");
            tmux.press("C-d").untilEnded();
            assertThat(zero.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void exitInACellAtLocalCostsLocalAlone() throws IOException {
        try (Tmux tmux = openToPrompt(100)) {
            tmux.type("int kept = 5;").press("Enter").untilLastLine("In [2]:");
            tmux.type("System.exit(3)").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen())
                    .contains("local is lost: exit code 3 (System.exit); its variables are gone.")
                    .contains("A fresh local engine is in place. These variables have no value there now: kept.");
            tmux.type("1 + 1").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Out[3]: 2");
        }
    }

    @Test
    void tabCompletesWhatTheSessionDeclaredAlsoBehindPx() throws IOException {
        try (Tmux tmux = openToPrompt(80)) {
            tmux.type("int remarkableName = 41;").press("Enter").untilLastLine("In [2]:");
            tmux.type("1 + remark").press("Tab").untilLastLine("In [2]: 1 + remarkableName");
            tmux.press("Enter").untilLastLine("In [3]:");
            tmux.type("%px remark").press("Tab").untilLastLine("In [3]: %px remarkableName");
            tmux.press("C-c").untilLastLine("In [3]:");
            tmux.type("%px --tar").press("Tab").until(screen -> screen.contains("%px --targets"));
        }
    }

    /** Asks for the process of an engine, in cell 1. */
    @Test
    void theDebuggerHasAPromptOfItsOwnAndControlCLeavesIt() throws IOException {
        try (Tmux tmux = openToPrompt(80)) {
            tmux.type("int twice(int n) { int t = n + n; return t; }")
                    .press("Enter")
                    .untilLastLine("In [2]:");
            tmux.type("%debug -b twice twice(21)").press("Enter").untilLastLine("debug>");
            tmux.type("p n * 2").press("Enter").until(screen -> screen.endsWith("debug> p n * 2\n42\ndebug>"));
            tmux.type("c").press("Enter").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("The code has ended with 42");
            tmux.type("%debug twice(1)").press("Enter").untilLastLine("debug>");
            tmux.press("C-c").untilLastLine("In [4]:");
            tmux.type("%debug -c c for (;;) {}").press("Enter").until(screen -> screen.endsWith("debug> c"));
            tmux.press("C-c").untilLastLine("In [5]:");
            assertThat(tmux.screen()).contains("The debugged code was stopped.");
            tmux.type("twice(4)").press("Enter").untilLastLine("In [6]:");
            assertThat(tmux.screen()).contains("Out[5]: 8");
        }
    }

    @Test
    void anExpressionOfTheDebuggersPromptThatNeverEndsIsStopped() throws IOException {
        Path mark = home.resolve("mark");
        try (Tmux tmux = openToPrompt(100)) {
            tmux.type("%debug 1 + 1").press("Enter").untilLastLine("debug>");
            tmux.type("Files.createFile(Path.of(\"" + mark + "\")); boolean on = true; while (on) {}")
                    .press("Enter");
            tmux.until(_ -> Files.exists(mark));
            tmux.press("C-c").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("The debugged code was stopped.\n");
            tmux.type("%debug 1 + 1").press("Enter").untilLastLine("debug>");
            tmux.press("C-d").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("The debugger was left; the code was not run to its end.");
        }
    }

    @Test
    void anEngineKilledUnderTheDebuggerIsReported() throws IOException {
        try (Tmux tmux = openToPrompt(100)) {
            for (String then : new String[] {"1 + 1", "n", "cl 1:1"}) {
                tmux.type("%debug 1 + 1").press("Enter").untilLastLine("debug>");
                tmux.type("ProcessHandle.current().pid()").press("Enter");
                String screen = tmux.until(shown -> shown.matches("(?s).*\\n\\d+\\ndebug>"));
                String pid = screen.lines().toList().reversed().get(1);
                ProcessHandle engine = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
                engine.destroyForcibly();
                engine.onExit().join();
                tmux.type(then).press("Enter").until(shown -> shown.matches("(?s).*\\nIn \\[\\d+]:"));
                assertThat(tmux.screen()).contains("debug> " + then + "\nThe debugger's engine is gone: ");
            }
        }
    }

    private static ProcessHandle engine(Tmux tmux, String id) throws IOException {
        tmux.type("%px ProcessHandle.current().pid()").press("Enter").untilLastLine("In [2]:");
        Matcher pid = PID.matcher(tmux.screen());
        while (pid.find()) {
            if (pid.group(1).equals(id)) {
                return ProcessHandle.of(Long.parseLong(pid.group(2))).orElseThrow();
            }
        }
        throw new AssertionError("Engine " + id + " has not told its process:\n" + tmux.screen());
    }

    /** Begins, and does not end by itself; what it prints is not what is typed. */
    private static Tmux begin(Tmux tmux, int turn, String options) throws IOException {
        tmux.type("%px -t 0 " + options + " System.out.println(\"be\" + \"gun\" + " + turn + "); Thread.sleep(600_000)")
                .press("Enter")
                .until(screen -> screen.lines().anyMatch(line -> line.endsWith("begun" + turn)));
        return tmux;
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 200})
    void ctrlCDoesToAPxWhatItsOptionSays(int columns) throws IOException {
        try (Tmux tmux = openToPrompt(columns)) {
            begin(tmux, 1, "").press("C-c").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("1 of 1 engine stopped.");

            begin(tmux, 2, "--signal-on-interrupt KILL").press("C-c").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("[0] lost: ended by Ctrl-C; ");

            begin(tmux, 3, "--signal-on-interrupt none").press("C-c").untilLastLine("In [4]:");
            assertThat(tmux.screen()).contains("Left running on engine 0 behind the prompt.");
            tmux.type("%pxresult").press("Enter").untilTitle("Tutti: %pxresult");
            tmux.press("C-c").untilLastLine("In [5]:");
        }
    }

    @Test
    void whatHasComeByCtrlCIsShown() throws IOException {
        try (Tmux tmux = openToPrompt(80)) {
            tmux.type("%px if (engineId() == 1) { System.out.println(\"be\" + \"gun\"); Thread.sleep(600_000); }"
                            + " rank()")
                    .press("Enter")
                    .until(screen -> screen.lines().anyMatch(line -> line.endsWith("begun")));
            tmux.press("C-c").untilLastLine("In [2]:");

            assertThat(tmux.screen()).contains("Out[0:1]: 0").contains("1 of 2 engines stopped.");
        }
    }

    @Test
    void theEndOfALongCellIsToldToWhoLooksElsewhere() throws IOException {
        Path written = home.resolve("written");
        try (Tmux tmux = WholeShell.open(home, 80, "-n", "0", "--set", "display.title=off")) {
            tmux.untilLastLine("In [1]:");
            tmux.recordTo(written).type("1 + 1").press("Enter").untilLastLine("In [2]:");
            assertThat(Files.readString(written)).doesNotContain("\007");
            tmux.type("%config display.notify 0").press("Enter").untilLastLine("In [3]:");
            tmux.type("%config display.notify-by osc777").press("Enter").untilLastLine("In [4]:");
            tmux.type("40 / 0").press("Enter").untilLastLine("In [5]:");
        }
        assertThat(Files.readString(written)).contains("\007", "\033]777;notify;Tutti;Cell 4 has failed after ");
    }

    @Test
    void aDisplayChangesInPlaceBelowWhatIsPrinted() throws IOException {
        try (Tmux tmux = WholeShell.open(home, 80, "-n", "0")) {
            tmux.untilLastLine("In [1]:");
            tmux.type("var d = Display.of(List.of(0)); var e = Display.of(\"b\\nc\"); d.update(1);");
            tmux.press("Enter").untilLastLine("In [2]:");
            assertThat(tmux.screen()).endsWith("\n1\nb\nc\nIn [2]:");
            tmux.type("d.update(2); System.out.println(\"above\"); e.update(3); for (;;) Thread.onSpinWait();");
            tmux.press("Enter").until(screen -> screen.contains("\nabove\n2\n3\n2 s"));
            tmux.press("C-c").untilLastLine("In [3]:");
            assertThat(tmux.screen()).contains("\nabove\n2\n3\nstopped at").doesNotContain("2 s");
            tmux.type("d.update(4); System.out.println(\"asks\"); new Scanner(System.in).nextLine();");
            tmux.press("Enter").untilLastLine("asks");
            tmux.type("x").press("Enter").untilLastLine("In [4]:");
            assertThat(tmux.screen()).endsWith("\nasks\nx\n4\nIn [4]:");
        }
    }
}
