package dev.tutti.kernel.magic;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.kernel.controller.EngineStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %engines}: the roster as a table, and what can be done to it. */
@Command(
        name = "engines",
        sortOptions = false,
        customSynopsis = {
            "%%engines",
            "%%engines add N [OPTIONS]",
            "%%engines attach [PID] [OPTIONS]",
            "%%engines stop TARGETS",
            "%%engines restart TARGETS",
            "%%engines group NAME TARGETS",
            "%%engines ungroup NAME"
        },
        description = {
            "Shows the engines; starts more, ends some for good, gives some a fresh process, or gives some a name,",
            "which is then written @NAME among targets. What was defined at an engine is lost when it goes.",
            "attach makes a JVM that runs an engine, whose cells see the classes of its application; stop leaves",
            "the application alone. Without PID: which JVMs there are."
        })
final class EnginesMagic implements Magic.Action {

    /** What can be done to engines. */
    enum Verb {
        add,
        attach,
        stop,
        restart,
        group,
        ungroup
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VERB",
            description = "add, attach, stop, restart, group, ungroup")
    private Verb verb;

    @Parameters(
            index = "1..*",
            arity = "0..2",
            paramLabel = "ARGUMENT",
            completionCandidates = EngineWords.class,
            description = "how many engines; or which: 2, 0-3, all, local; a name; a PID")
    private List<String> arguments = List.of();

    @Option(names = "--jvm-args", paramLabel = "ARGS", description = "add: further arguments of their JVMs, in quotes")
    private String jvmArguments;

    @Option(names = "--env", paramLabel = "K=V", description = "add: a variable of their environment")
    private Map<String, String> environment;

    @Option(names = "--dir", paramLabel = "DIR", description = "add: their working directory")
    private Path directory;

    @Option(names = "--tag", paramLabel = "TAG", description = "add, attach: a resource tag that tasks may ask for")
    private List<String> tags;

    @Option(
            names = "--name",
            paramLabel = "SET",
            description = "add, attach: a name for them, written @SET among targets")
    private String name;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (verb != Verb.add && (jvmArguments != null || environment != null || directory != null)) {
            throw new MagicException(
                    "--jvm-args, --env and --dir are for engines that are started:" + " %engines add 2 --dir /data.");
        }
        if (verb != Verb.add && verb != Verb.attach && (tags != null || name != null)) {
            throw new MagicException(
                    "--tag and --name are for engines that are started or attached:" + " %engines add 2 --name big.");
        }
        if (verb == null) {
            show(context);
            return;
        }
        switch (verb) {
            case add -> add(context);
            case attach -> attach(context);
            case stop -> {
                SortedSet<EngineId> gone = context.pool().stop(targets("%engines stop 2, or all"));
                context.print("Stopped: " + EngineRanges.of(gone) + ". Their numbers are not used again.");
            }
            case restart -> context.restart(targets("%engines restart 2, or all"));
            case group -> group(context);
            case ungroup -> ungroup(context);
        }
    }

    private void add(MagicContext context) throws MagicException {
        String wanted = only("how many: %engines add 2");
        if (!wanted.matches("[1-9]\\d{0,3}")) {
            throw new MagicException("%engines add takes a number from 1 to 9999, not '" + wanted + "'.");
        }
        EngineSettings settings = new EngineSettings(
                name == null ? "" : groupName(name),
                jvmArguments == null
                        ? List.of()
                        : ArgumentWords.of(jvmArguments).stream()
                                .map(ArgumentWords.Word::text)
                                .toList(),
                environment == null ? Map.of() : environment,
                directory == null ? "" : directory.toAbsolutePath().toString(),
                tags == null ? Set.of() : Set.copyOf(tags),
                0);
        List<EngineId> started = context.pool().add(Integer.parseInt(wanted), settings);
        context.print("Started: " + EngineRanges.of(started) + (name == null ? "." : ", also called @" + name + "."));
    }

    private void attach(MagicContext context) throws MagicException {
        if (arguments.isEmpty()) {
            if (name != null || tags != null) {
                throw new MagicException("%engines attach needs the PID of a JVM for that; alone it lists them.");
            }
            context.print(JvmTable.of(context.pool().attachable(), Instant.now(), context.width()));
            return;
        }
        String pid = only("which JVM, by its process id, or nothing: then it lists them");
        if (!pid.matches("[1-9]\\d{0,17}")) {
            throw new MagicException("%engines attach takes a process id, not '" + pid
                    + "'. %engines attach lists the JVMs that there are.");
        }
        EnginePool.Attached attached = context.pool()
                .attach(
                        Long.parseLong(pid),
                        name == null ? "" : groupName(name),
                        tags == null ? Set.of() : Set.copyOf(tags));
        context.print("JVM " + pid + " is engine " + attached.engine()
                + (name == null ? "" : ", also called @" + bare(name)) + ". Its code is the application's: %px -t "
                + attached.engine() + ". %engines stop " + attached.engine() + " leaves it.");
        if (!attached.added().isEmpty()) {
            context.print("Added to the class path of cells: "
                    + attached.added().stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void group(MagicContext context) throws MagicException {
        if (arguments.size() != 2) {
            throw new MagicException(
                    "%engines group needs a name and which engines are called so: %engines group left 0-3.");
        }
        List<EngineId> engines = context.pool().group(groupName(arguments.get(0)), parsed(arguments.get(1)));
        context.print("@" + bare(arguments.get(0)) + " is " + EngineRanges.of(engines) + ".");
    }

    private void ungroup(MagicContext context) throws MagicException {
        String which = only("which name to forget: %engines ungroup left");
        context.pool().ungroup(bare(which));
        context.print("@" + bare(which) + " is forgotten.");
    }

    private static String bare(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }

    private static String groupName(String name) throws MagicException {
        if (!EngineGroup.isName(bare(name))) {
            throw new MagicException(
                    "A name of engines has letters, digits, '_', '.' and '-', so '" + name + "' is none.");
        }
        return bare(name);
    }

    private TargetSpec targets(String example) throws MagicException {
        return parsed(only("which: " + example));
    }

    private String only(String need) throws MagicException {
        if (arguments.size() != 1) {
            throw new MagicException("%engines " + verb + " needs to know " + need + ".");
        }
        return arguments.getFirst();
    }

    private static TargetSpec parsed(String text) throws MagicException {
        try {
            return TargetSpec.parse(text);
        } catch (TargetException e) {
            throw new MagicException(e.getMessage());
        }
    }

    private static void show(MagicContext context) {
        List<EngineStatus> roster = context.roster();
        Instant now = Instant.now();
        List<List<String>> rows = new ArrayList<>();
        for (EngineStatus engine : roster) {
            rows.add(List.of(
                    engine.id().toString(),
                    engine.host(),
                    engine.pid() == 0 ? "" : Long.toString(engine.pid()),
                    engine.state().name().toLowerCase(Locale.ROOT) + (engine.attached() ? ", attached" : ""),
                    engine.heapMaxBytes() == 0
                            ? ""
                            : megabytes(engine.heapUsedBytes()) + " of " + megabytes(engine.heapMaxBytes()) + " MB",
                    engine.cell()
                            .map(cell -> "cell " + cell)
                            .orElseGet(() -> engine.lost().orElse("")),
                    TextTable.ago(Duration.between(engine.since(), now))));
        }
        context.print(TextTable.of(
                List.of("engine", "host", "pid", "state", "heap", "running", "since"), rows, context.width()));
        if (roster.stream().noneMatch(engine -> engine.live() && !engine.id().isLocal())) {
            context.print("No engines are connected, so %px has nowhere to run.");
        }
        context.pool()
                .groups()
                .forEach(group -> context.print("@" + group.name() + ": " + EngineRanges.of(group.engines())));
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes >> 20);
    }
}
