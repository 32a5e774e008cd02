package dev.tutti.kernel;

import dev.tutti.client.Script;
import dev.tutti.engine.target.TargetContext;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.cell.ScriptCells;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.launch.LocalCluster;
import dev.tutti.kernel.magic.BuiltInMagics;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.view.StepRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The kernel as front ends see it: cells in, reports out. {@link #open} returns at once; compiler, controller and engines
 * come up behind it, and the first cell waits for what it needs.
 *
 * <p>One thread at a time executes cells; {@link #interrupt} and the questions of {@link #assist} come from any thread.
 */
public final class Kernel implements AutoCloseable {

    /** After so long the engines' sockets and processes are given up when asking them. */
    private static final Duration ASK_PATIENCE = Duration.ofSeconds(10);

    private final Parts parts;
    private final KernelAssist assist;

    private Kernel(Parts parts) {
        this.parts = parts;
        this.assist = new KernelAssist(parts);
    }

    /** A kernel with a new session. */
    public static Kernel open(KernelConfig config) {
        Session session = new Session(
                new CompilerSlot(config.classPath()),
                BuiltInMagics.catalog(),
                config.profile().data());
        session.userMagics().addFrom(config.classPath());
        CompletableFuture<Controller> controller = new CompletableFuture<>();
        EngineSupply engines = new EngineSupply(controller, config.engines(), config.eager());
        Parts parts = new Parts(config, session, controller, engines);
        Thread.ofPlatform().daemon().name("kernel-controller-start").start(() -> {
            try {
                controller.complete(LocalCluster.open(parts.controllerConfig()));
            } catch (LaunchException | RuntimeException e) {
                controller.completeExceptionally(e);
            }
        });
        return new Kernel(parts);
    }

    /** The number that the next cell gets. */
    public CellNumber nextCell() {
        return parts.session().nextCell();
    }

    /** Runs a typed cell to its end. */
    public CellReport execute(String text, CellListener listener) {
        return execute(new CellSource(text, CellOrigin.TYPED), listener);
    }

    /** Runs a cell to its end. */
    public CellReport execute(CellSource source, CellListener listener) {
        CellRunner runner = new CellRunner(parts, source, listener);
        parts.records().begin(runner.number().value(), source.text());
        CellReport report = runner.run();
        parts.records().end(report, runner.listener().heard());
        return report;
    }

    /**
     * Stops the running cell at all its targets; called again, replaces the engines that did not stop. A cell that is
     * still being compiled, or submitted only afterwards, does not begin.
     */
    public void interrupt() {
        parts.interrupt();
    }

    /** Forgets interrupts that met no cell: the next one is not meant. */
    public void clearInterrupt() {
        parts.takeWishToStop();
    }

    /** The text of a cell that was submitted. */
    public Optional<CellSource> source(CellNumber cell) {
        return parts.session().source(cell);
    }

    /** The exit code, once a cell has asked for the end. */
    public OptionalInt exitCode() {
        return parts.session().exitCode();
    }

    /** Cuts scripts into cells by the magics of this kernel and its judgement of Java. Any thread. */
    public ScriptCells scriptCells() {
        return parts.scriptCells();
    }

    /** The cells of a script, cut by the same; what is not run as it stands there is told behind the prompt. Any thread. */
    public List<CellSource> cells(ScriptFile script) {
        return script.cells(parts.scriptCells(), parts.config().background()::note);
    }

    /** Makes plain cells run elsewhere than at local. */
    public void defaultTargets(TargetSpec targets) {
        parts.session().defaultTargets(targets);
    }

    /** Lends the user's terminal to magics that need all of it; without one they tell so. */
    public void lend(UserScreen screen) {
        parts.records().lend(screen);
    }

    /** What a cell wants to stand at the next prompt, once; mostly empty. */
    public String takeOffered() {
        return parts.records().takeOffered();
    }

    /** Where plain cells run. */
    public TargetSpec defaultTargets() {
        return parts.session().defaultTargets();
    }

    /** How many engines can be given work, local not among them; 0 while they are starting. */
    public int engineCount() {
        return parts.engines().numbers().size();
    }

    /** Answers to questions about cells being typed. */
    public CodeAssist assist() {
        return assist;
    }

    /**
     * Waits until engines can take cells: local, and the others if they start at once.
     *
     * @throws LaunchException if one cannot be started
     */
    public void awaitEngines() throws LaunchException, InterruptedException {
        parts.engines().awaitLocal();
        if (parts.config().eager()) {
            parts.engines().awaitOthers();
        }
    }

    /** Ends the engines, waiting for them at most 2 s. */
    @Override
    public void close() {
        if (!parts.controllerStarting().isCompletedExceptionally()) {
            parts.controller().close();
        }
        parts.session().compiler().close();
        parts.records().close();
    }

    /** Somebody waits for a step. */
    interface Waiting extends AutoCloseable {
        @Override
        void close();
    }

    /** What the rooms of the kernel's facade share. */
    static final class Parts {
        private final KernelConfig config;
        private final Session session;
        private final CompletableFuture<Controller> controller;
        private final EngineSupply engines;
        private final RunningSteps running = new RunningSteps();
        private final KernelTasks tasks = new KernelTasks(this);
        private final CellRecords records;
        private final LentTerminal terminal;

        Parts(KernelConfig config, Session session, CompletableFuture<Controller> controller, EngineSupply engines) {
            this.config = config;
            this.session = session;
            this.controller = controller;
            this.engines = engines;
            this.records = new CellRecords(config);
            this.terminal = new LentTerminal(config.input());
        }

        /** What is kept of the cells that the user submits. */
        CellRecords records() {
            return records;
        }

        KernelConfig config() {
            return config;
        }

        /** Who may read from the terminal, and when programs may have it. */
        LentTerminal terminal() {
            return terminal;
        }

        Session session() {
            return session;
        }

        CompletableFuture<Controller> controllerStarting() {
            return controller;
        }

        Controller controller() {
            return controller.join();
        }

        EngineSupply engines() {
            return engines;
        }

        /** The engines that are meant, started if need be. */
        SortedSet<EngineId> resolve(TargetSpec targets) throws TargetException, LaunchException, InterruptedException {
            return new TreeSet<>(inOrder(targets));
        }

        /** As {@link #resolve}, in the order in which they are written. */
        List<EngineId> inOrder(TargetSpec targets) throws TargetException, LaunchException, InterruptedException {
            engines.awaitLocal();
            if (!targets.onlyLocal()) {
                engines.awaitOthers();
            }
            return targets.inOrder(engines.live(), TargetContext.of(controller().groups()));
        }

        /** Asks engines something whose answer nobody waits for. */
        void tell(SortedSet<EngineId> targets, Message.Request request) {
            if (!targets.isEmpty()) {
                controller().ask(targets, request, ASK_PATIENCE);
            }
        }

        Map<EngineId, Message.Reply> ask(SortedSet<EngineId> targets, Message.Request request) {
            return targets.isEmpty()
                    ? Map.of()
                    : controller().ask(targets, request, ASK_PATIENCE).join();
        }

        /** Makes jars and folders known to the compiler and to all engines. @return those that were not known yet */
        List<Path> extendClassPath(List<Path> entries) {
            List<Path> added = session.compiler().extendClassPath(entries);
            if (!added.isEmpty()) {
                shareClassPath(engines.live());
            }
            return added;
        }

        /** Tells engines what the class path is; they take what they do not have yet. */
        void shareClassPath(SortedSet<EngineId> targets) {
            List<String> entries =
                    session.compiler().classPath().stream().map(Path::toString).toList();
            if (!entries.isEmpty() && !targets.isEmpty()) {
                SessionId of = session.compiler().session();
                controller
                        .thenCompose(c -> c.ask(targets, new Message.ExtendClassPath(of, entries), ASK_PATIENCE))
                        .thenAccept(replies -> replies.forEach((engine, reply) -> {
                            if (reply instanceof Message.Failure(var reason)) {
                                config.background().note("[" + engine + "] " + reason);
                            }
                        }));
            }
        }

        ScriptCells scriptCells() {
            return new ScriptCells(
                    new CatalogNames(session.magics()),
                    java -> switch (session.compiler().await().analysis().completeness(java)) {
                        case COMPLETE, INVALID -> true;
                        case INCOMPLETE, EMPTY -> false;
                    });
        }

        /** No name reaches these fields any more: their values may go. */
        void forget(Collection<VariableRef> dropped) {
            if (!dropped.isEmpty()) {
                session.places().forget(dropped);
                tell(engines.live(), new Message.Forget(session.compiler().session(), List.copyOf(dropped)));
            }
        }

        /** Somebody waits for a step, and Ctrl-C is meant for it, until what this returns is closed. */
        Waiting waitingFor(StepRun run) {
            running.begin(run);
            return () -> running.end(run);
        }

        /** As the other, for what is no step. @param interrupt what Ctrl-C does, on a thread of its own */
        Waiting waitingFor(Runnable interrupt) {
            running.begin(interrupt);
            return () -> running.end(interrupt);
        }

        /** The tasks that the kernel itself gives to engines. */
        KernelTasks tasks() {
            return tasks;
        }

        void interrupt() {
            running.interrupt();
        }

        /** Whether the cell is to end before its next step; asked once. */
        boolean takeWishToStop() {
            return running.takeWish();
        }

        ControllerConfig controllerConfig() {
            return new ControllerConfig(
                    config.engineJar(),
                    config.engineAotCache(),
                    engineJvmArguments(),
                    Duration.ofSeconds(30),
                    session.compiler()::classFile,
                    terminal,
                    new ClientServices(this),
                    new Roll());
        }

        /** What every engine is started with, beside what the launcher itself says. */
        List<String> engineJvmArguments() {
            List<String> arguments = new ArrayList<>(config.engineJvmArguments());
            if (!config.arguments().isEmpty()) {
                arguments.add("-D" + Script.ARGUMENTS_PROPERTY + "=" + Script.encode(config.arguments()));
            }
            Settings profile = config.profile().settings();
            String kept = profile.get(KnownSettings.OUTPUT_KEEP);
            if (!kept.equals(KnownSettings.OUTPUT_KEEP.initial())) {
                arguments.add("-Dtutti.output.keep=" + kept);
            }
            profile.numberOf(KnownSettings.MEMORY)
                    .ifPresent(megabytes -> arguments.add("-Dtutti.cells.memory=" + megabytes));
            return arguments;
        }

        /** What happens outside of cells. */
        private final class Roll implements ControllerConfig.Listener {
            @Override
            public void joined(EngineId engine) {
                session.places().clear(engine);
                shareClassPath(new TreeSet<>(List.of(engine)));
                if (engine.isLocal()) {
                    session.workplace().begin();
                }
                running.joined(engine);
            }

            @Override
            public void lost(EngineId engine, String reason) {
                if (!running.tellLossOf(engine)) {
                    session.places().clear(engine);
                    config.background()
                            .note("[" + engine + "] lost: " + reason + "; its variables are gone."
                                    + (engine.isLocal() || engines.isAttached(engine)
                                            ? ""
                                            : " %engines restart " + engine));
                }
            }

            @Override
            public void entering(EngineId engine, List<Path> classPath) {
                session.libraries().applications().found(engine, classPath);
            }

            @Override
            public void defined(SessionId of, EngineId engine, VariableRef variable) {
                if (of.equals(session.compiler().session())) {
                    session.places().define(engine, variable);
                }
            }

            @Override
            public void output(EngineId engine, StreamKind kind, String text) {
                config.background().output(engine, kind, text);
            }
        }
    }
}
