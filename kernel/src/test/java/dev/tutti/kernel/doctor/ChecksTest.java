package dev.tutti.kernel.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.controller.EngineState;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.history.History;
import dev.tutti.kernel.settings.KnownSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check, with what it looks at sound and broken. */
final class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private static void assertGood(Finding finding, String... said) {
        assertThat(finding).isInstanceOf(Finding.Good.class);
        assertThat(((Finding.Good) finding).fact()).contains(said);
    }

    private static void assertProblem(Finding finding, String... said) {
        assertThat(finding).isInstanceOf(Finding.Problem.class);
        assertThat(((Finding.Problem) finding).what()).matches("(?s).*[.?]");
        assertThat(List.of(said))
                .allSatisfy(
                        words -> assertThat(((Finding.Problem) finding).what()).contains(words));
        assertThat(((Finding.Problem) finding).remedy()).isNotBlank();
    }

    @Test
    void aJdkThatHasGoneIsAProblem() {
        assertGood(JavaCheck.of(JAVA.getParent().getParent(), Runtime.version()), "JDK " + Runtime.version());
        assertProblem(JavaCheck.of(folder, Runtime.version()), folder.toString(), "no engine can start");
    }

    @Test
    void startCachesAreTried() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.aot"), "no cache");

        assertProblem(StartCacheCheck.of("shell", JAVA, List.of("-cp", "a.jar", "Main"), true), "without an AOT cache");
        assertProblem(
                StartCacheCheck.of("shell", JAVA, List.of("-XX:AOTCache=" + broken, "-cp", "a.jar", "Main"), true),
                broken + " does not fit");
        assertProblem(
                StartCacheCheck.of(
                        "shell", JAVA, List.of("-XX:AOTCache=" + folder.resolve("none"), "-cp", "a.jar"), true),
                "is not there any more");
    }

    @Test
    void aStartWithoutACacheIsGoodWhereItIsWanted() throws Exception {
        assertGood(StartCacheCheck.of("shell", JAVA, List.of("-cp", "a.jar", "Main"), false), "TUTTI_AOT=off");
    }

    @Test
    void aStartCacheThatFitsIsGood() throws Exception {
        Path configuration = folder.resolve("configuration");
        Path cache = folder.resolve("good.aot");
        String jar = Path.of(Test.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        run("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration, "-cp", jar, "-version");
        run("-XX:AOTMode=create", "-XX:AOTConfiguration=" + configuration, "-XX:AOTCache=" + cache, "-cp", jar);

        assertGood(
                StartCacheCheck.of(
                        "engine",
                        JAVA,
                        List.of("-c", "exec", JAVA.toString(), "-XX:AOTCache=" + cache, "-cp", jar, "Main"),
                        true),
                cache + " fits");
    }

    private static void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aTerminalWithoutUtf8OrKeysOrRoomIsAProblem() {
        Map<String, String> good = Map.of("TERM", "xterm-256color");

        assertThat(TerminalCheck.of(true, StandardCharsets.UTF_8, good, 80))
                .containsExactly(new Finding.Good("terminal", "xterm-256color, UTF-8, 256 colours, 80 columns"));
        assertThat(TerminalCheck.of(true, StandardCharsets.US_ASCII, Map.of("TERM", "dumb"), 30))
                .hasSize(3)
                .allSatisfy(finding -> assertProblem(finding));
        assertThat(TerminalCheck.of(true, StandardCharsets.UTF_8, Map.of(), 80))
                .singleElement()
                .satisfies(finding -> assertProblem(finding, "TERM is not set"));
        assertThat(TerminalCheck.of(false, StandardCharsets.UTF_8, Map.of(), 80))
                .containsExactly(new Finding.Good("terminal", "output goes to a file or a pipe"));
    }

    @Test
    void linesOfTheSettingsThatCannotBeUsedAreProblems() throws IOException {
        Path file = folder.resolve("default.conf");
        assertThat(SettingsCheck.of(file, KnownSettings.ALL))
                .singleElement()
                .satisfies(finding -> assertGood(finding, "there is no " + file));

        Files.writeString(file, "editor.mode = vi\neditor.mod = vi\ndisplay.title = maybe\n");
        assertThat(SettingsCheck.of(file, KnownSettings.ALL))
                .satisfiesExactly(
                        unknown -> assertProblem(unknown, "line 2", "There is no setting 'editor.mod'"),
                        wrong -> assertProblem(wrong, "line 3", "on or off"));
    }

    @Test
    void aDamagedHistoryIsAProblem() throws IOException {
        Path file = folder.resolve("history.sqlite");
        assertGood(HistoryCheck.of(file), "none yet");

        try (History history = new History(file, InstantSource.fixed(NOW), _ -> {})) {
            history.add(1, "1 + 1");
        }
        assertGood(HistoryCheck.of(file), "1 cells in");

        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 7);
        Files.write(file, bytes);
        assertProblem(HistoryCheck.of(file), file.toString());
    }

    @Test
    void aHistoryThatWasSetAsideIsAProblem() throws IOException {
        Path aside = Files.writeString(folder.resolve("history.sqlite.damaged-1"), "x");

        assertProblem(HistoryCheck.of(folder.resolve("history.sqlite")), aside.toString());
    }

    @Test
    void aFolderThatOthersMayUseIsAProblem() throws IOException {
        String user = Files.getOwner(folder).getName();
        Path ours = Files.createDirectory(
                folder.resolve("ours"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertGood(PrivacyCheck.of("values", ours, user), "yours alone");
        assertProblem(PrivacyCheck.of("values", ours, "mallory"), "belongs to " + user);

        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rwxr-x---"));
        assertProblem(PrivacyCheck.of("values", ours, user), "rwxr-x---");
        assertProblem(PrivacyCheck.of("values", folder.resolve("gone"), user), "cannot be looked at");
    }

    @Test
    void lostEnginesAndJarsBuiltAnewAreProblems() {
        EngineStatus live = engine(0, EngineState.IDLE, Optional.empty());
        EngineStatus lost = engine(1, EngineState.LOST, Optional.of("its process ended (exit code 137)"));
        Optional<Instant> started = Optional.of(NOW);

        assertThat(EnginesCheck.of(List.of(live), Optional.of(NOW.minusSeconds(9)), started))
                .singleElement()
                .satisfies(finding -> assertGood(finding, "engine 0 alive"));
        assertThat(EnginesCheck.of(List.of(live, lost), Optional.of(NOW.plusSeconds(9)), started))
                .satisfiesExactly(
                        gone -> assertProblem(gone, "Engine 1 is lost", "137"),
                        jar -> assertProblem(jar, "built anew"));
        assertThat(EnginesCheck.of(List.of(), Optional.empty(), started)).hasSize(2);
    }

    private static EngineStatus engine(int number, EngineState state, Optional<String> lost) {
        return new EngineStatus(new EngineId(number), "here", 1, state, NOW, 0, 0, Optional.empty(), lost, false);
    }

    @Test
    void aMachineThatIsTooSmallIsAProblem() {
        assertGood(MachineCheck.cores(2, 5), "2 cores for 5 engines");
        assertProblem(MachineCheck.cores(2, 6), "wait for each other");
        assertGood(MachineCheck.memory(1L << 30, 512L << 20, 2), "1024 MB", "640");
        assertProblem(MachineCheck.memory(1L << 30, 1L << 30, 2), "1152 MB");
        assertGood(MachineCheck.clock(NOW, NOW), "2026");
        assertProblem(MachineCheck.clock(NOW, NOW.plusSeconds(100_000)), "was built at");
    }

    @Test
    void aFolderToBeMadeIsLookedAtWhereItWillBe() {
        assertThat(MachineCheck.disc("values", folder.resolve("a/b")))
                .isNotNull()
                .extracting(Finding::subject)
                .isEqualTo("disc");
    }
}
