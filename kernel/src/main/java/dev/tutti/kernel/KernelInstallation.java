package dev.tutti.kernel;

import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.deps.Repository;
import dev.tutti.kernel.doctor.EnginesCheck;
import dev.tutti.kernel.doctor.Finding;
import dev.tutti.kernel.doctor.HistoryCheck;
import dev.tutti.kernel.doctor.JavaCheck;
import dev.tutti.kernel.doctor.MachineCheck;
import dev.tutti.kernel.doctor.PrivacyCheck;
import dev.tutti.kernel.doctor.SettingsCheck;
import dev.tutti.kernel.doctor.StartCacheCheck;
import dev.tutti.kernel.doctor.TerminalCheck;
import dev.tutti.kernel.launch.MachineMemory;
import dev.tutti.kernel.magic.Installation;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.settings.KnownSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Points the doctor at what this session stands on. */
final class KernelInstallation implements Installation {

    private final Kernel.Parts parts;
    private final KernelLibraries libraries;
    private final List<EngineStatus> roster;

    /** @param roster the engines, those that were asked for started */
    KernelInstallation(Kernel.Parts parts, KernelLibraries libraries, List<EngineStatus> roster) {
        this.parts = parts;
        this.libraries = libraries;
        this.roster = roster;
    }

    @Override
    public void examine(Consumer<Finding> found) throws MagicException {
        Path javaHome = Path.of(System.getProperty("java.home"));
        found.accept(JavaCheck.of(javaHome, Runtime.version()));
        startCaches(javaHome.resolve("bin").resolve("java"), found);
        String terminal = System.getProperty("tutti.terminal", "");
        TerminalCheck.of(
                        terminal.contains("1"),
                        Charset.forName(System.getProperty("stdout.encoding", "UTF-8")),
                        System.getenv(),
                        parts.config().width().getAsInt())
                .forEach(found);
        SettingsCheck.of(parts.config().profile().settings().file(), KnownSettings.ALL)
                .forEach(found);
        found.accept(HistoryCheck.of(parts.records().file()));
        engines(found);
        machine(found);
        repositories(found);
    }

    private void startCaches(Path java, Consumer<Finding> found) throws MagicException {
        Optional<ProcessHandle> local = roster.stream()
                .filter(engine -> engine.id().isLocal() && engine.live())
                .findFirst()
                .flatMap(engine -> ProcessHandle.of(engine.pid()));
        try {
            startCache("shell start", java, Optional.of(ProcessHandle.current()), found);
            startCache("engine start", java, local, found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    /** Not every system tells the arguments of a process. */
    private static void startCache(String subject, Path java, Optional<ProcessHandle> process, Consumer<Finding> found)
            throws InterruptedException {
        Optional<String[]> arguments = process.flatMap(one -> one.info().arguments());
        if (arguments.isPresent()) {
            found.accept(StartCacheCheck.of(
                    subject, java, List.of(arguments.get()), !"off".equals(System.getenv("TUTTI_AOT"))));
        }
    }

    private void engines(Consumer<Finding> found) {
        Controller controller = parts.controller();
        EnginesCheck.of(roster, built(), ProcessHandle.current().info().startInstant())
                .forEach(found);
        String user = System.getProperty("user.name");
        controller.connectionFile().ifPresent(file -> found.accept(PrivacyCheck.of("connection", file, user)));
        found.accept(PrivacyCheck.of("values", Path.of(controller.spool()), user));
    }

    private void machine(Consumer<Finding> found) {
        List<EngineStatus> live = roster.stream().filter(EngineStatus::live).toList();
        long heaps = live.stream().mapToLong(EngineStatus::heapMaxBytes).sum();
        found.accept(MachineCheck.cores(Runtime.getRuntime().availableProcessors(), live.size()));
        if (live.stream().allMatch(engine -> engine.heapMaxBytes() > 0)) { // an engine says it a moment after its start
            found.accept(MachineCheck.memory(MachineMemory.totalBytes(), heaps, live.size()));
        }
        found.accept(MachineCheck.disc(
                "history and sessions", parts.config().profile().data()));
        found.accept(
                MachineCheck.disc("large values", Path.of(parts.controller().spool())));
        built().ifPresent(built -> found.accept(MachineCheck.clock(Instant.now(), built)));
    }

    /** When the engine's jar was written. */
    private Optional<Instant> built() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(parts.config().engineJar()).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void repositories(Consumer<Finding> found) throws MagicException {
        for (Map.Entry<Repository, Optional<String>> tried :
                libraries.tryRepositories().entrySet()) {
            Repository repository = tried.getKey();
            String name = repository.id() + " (" + repository.url() + ")";
            found.accept(tried.getValue()
                    .<Finding>map(reason -> new Finding.Problem(
                            "repository",
                            name + " cannot be reached: " + reason + ".",
                            "%deps needs it for what is not on this machine; mirrors and proxies are set in"
                                    + " ~/.m2/settings.xml."))
                    .orElseGet(() -> new Finding.Good("repository", name + " answers")));
        }
    }
}
