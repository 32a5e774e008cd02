package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetContext;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.Browsing;
import dev.tutti.kernel.magic.Debugging;
import dev.tutti.kernel.magic.Desugaring;
import dev.tutti.kernel.magic.EnginePool;
import dev.tutti.kernel.magic.Exports;
import dev.tutti.kernel.magic.FoundSource;
import dev.tutti.kernel.magic.FreshEngines;
import dev.tutti.kernel.magic.HelpTopic;
import dev.tutti.kernel.magic.Installation;
import dev.tutti.kernel.magic.Libraries;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.Measurements;
import dev.tutti.kernel.magic.PxSession;
import dev.tutti.kernel.magic.SessionData;
import dev.tutti.kernel.magic.SessionHistory;
import dev.tutti.kernel.magic.SessionState;
import dev.tutti.kernel.magic.Traces;
import dev.tutti.kernel.magic.UserMagics;
import dev.tutti.kernel.magic.ValueDisplay;
import dev.tutti.kernel.magic.Workplace;
import dev.tutti.kernel.settings.UserProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The session as the magics of one cell see it. */
final class KernelMagicContext implements MagicContext {

    private static final Duration HELP_PATIENCE = Duration.ofSeconds(5);
    private static final Duration SEARCH_PATIENCE = Duration.ofSeconds(15);

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;
    private final KernelMeasurements measurements;
    private final KernelDisplay display;
    private final KernelFreshEngines fresh;

    KernelMagicContext(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
        this.measurements = new KernelMeasurements(parts);
        this.display = new KernelDisplay(parts, listener);
        this.fresh = new KernelFreshEngines(this, new KernelValues(parts, runner, listener));
    }

    /** A Java step is about to run. */
    void forgetStep() {
        measurements.forget();
        display.note(List.of());
    }

    /** A Java step runs on behind the prompt. */
    void noteBehind() {
        measurements.noteBehind();
    }

    /** A Java step has ended. */
    void noteStep(Duration compile, Duration wall, StepReport report) {
        measurements.note(compile, wall, report);
        display.note(report.results());
    }

    private CellCompiler compiler() {
        return parts.session().compiler().await();
    }

    @Override
    public MagicCatalog magics() {
        return parts.session().magics();
    }

    @Override
    public List<SessionVariable> variables() {
        return compiler().variables();
    }

    @Override
    public List<Declaration> declarations() {
        return compiler().declarations();
    }

    @Override
    public List<String> imports() {
        return compiler().imports();
    }

    @Override
    public SortedSet<EngineId> definedAt(SessionVariable variable) {
        return parts.session().places().definedAt(variable.ref());
    }

    @Override
    public Map<EngineId, List<Optional<Rendered>>> read(SortedSet<EngineId> engines, List<SessionVariable> variables) {
        Message.ReadVariables request = new Message.ReadVariables(
                parts.session().compiler().session(),
                variables.stream().map(SessionVariable::ref).toList(),
                new RenderLimits(Math.max(20, width()), 1, Math.max(20, width()))
                        .withDigits(parts.session().display().digits()));
        SortedMap<EngineId, List<Optional<Rendered>>> values = new TreeMap<>();
        parts.ask(engines, request).forEach((engine, reply) -> {
            if (reply instanceof Message.VariablesRead(var read)) {
                values.put(engine, read);
            }
        });
        return values;
    }

    @Override
    public void reset() {
        SessionId before = parts.session().compiler().renew();
        parts.session().places().clear();
        parts.tell(parts.engines().live(), new Message.CloseSession(before));
        parts.shareClassPath(parts.engines().live());
    }

    @Override
    public void runFile(Path file) throws MagicException {
        List<CellSource> cells;
        try {
            cells = ScriptFile.read(file).cells(parts.scriptCells(), this::note);
        } catch (ScriptFile.UnreadableException e) {
            throw new MagicException(e.getMessage());
        }
        for (CellSource cell : cells) {
            CellReport report = new CellRunner(parts, cell, listener).run();
            if (report.status() != CellReport.Status.OK) {
                throw new MagicException(
                        "%run " + file + " stopped at " + cell.origin().cellName() + "; what ran before it stays.");
            }
        }
    }

    @Override
    public void runCell(String text) throws MagicException {
        CellReport report = new CellRunner(parts, new CellSource(text, CellOrigin.TYPED), listener).run();
        if (report.status() != CellReport.Status.OK) {
            throw new MagicException("The declarations could not be made again.");
        }
    }

    @Override
    public PxSession px() {
        return new KernelPx(parts, runner, listener);
    }

    @Override
    public SessionData data() {
        return new KernelData(parts, runner, listener);
    }

    @Override
    public Libraries libraries() {
        return new KernelLibraries(parts, listener);
    }

    @Override
    public UserProfile profile() {
        return parts.config().profile();
    }

    @Override
    public UserMagics userMagics() {
        return parts.session().userMagics();
    }

    @Override
    public SessionState state() {
        return new KernelState(parts, this, new KernelValues(parts, runner, listener));
    }

    @Override
    public Workplace workplace() {
        return new KernelWorkplace(parts, runner, listener);
    }

    @Override
    public SessionHistory history() {
        return new KernelHistory(parts, listener);
    }

    @Override
    public Exports exports() {
        return new KernelExports(parts);
    }

    @Override
    public EnginePool pool() {
        return new KernelPool(parts);
    }

    @Override
    public TargetSpec defaultTargets() {
        return parts.session().defaultTargets();
    }

    @Override
    public void defaultTargets(TargetSpec targets) {
        parts.session().defaultTargets(targets);
    }

    @Override
    public List<EngineStatus> roster() {
        try {
            parts.engines().awaitLocal();
            if (parts.config().eager()) {
                parts.engines().awaitOthers();
            }
        } catch (LaunchException e) {
            note(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return parts.controller().roster();
    }

    @Override
    public void restart(TargetSpec targets) throws MagicException {
        SortedSet<EngineId> slots = new TreeSet<>();
        roster().forEach(engine -> slots.add(engine.id()));
        try {
            SortedSet<EngineId> chosen =
                    targets.resolve(slots, TargetContext.of(parts.controller().groups()));
            List<CompletableFuture<EngineId>> restarts = new ArrayList<>();
            for (EngineId engine : chosen) {
                parts.session().places().clear(engine);
                restarts.add(
                        engine.isLocal()
                                ? parts.controller().startLocal()
                                : parts.controller().restart(engine));
            }
            restarts.forEach(CompletableFuture::join);
            print("Restarted: " + EngineRanges.of(chosen)
                    + ". No variable has a value there until a cell gives it one.");
        } catch (TargetException e) {
            throw new MagicException(e.getMessage());
        } catch (CompletionException e) {
            throw new MagicException(e.getCause().getMessage());
        }
    }

    private LibraryHelp help() {
        return new LibraryHelp(
                compiler().analysis(), new KernelLibraries(parts, listener), listener::note, HELP_PATIENCE);
    }

    @Override
    public List<Documentation> documentation(String subject) {
        return help().documentation(subject);
    }

    @Override
    public List<String> search(String pattern) {
        return compiler().analysis().search(pattern, HELP_PATIENCE);
    }

    @Override
    public Optional<List<String>> methodsOfShape(String shape) {
        return compiler().analysis().methodsOfShape(shape, SEARCH_PATIENCE);
    }

    @Override
    public List<byte[]> classFiles(String name) {
        return compiler().classFiles(name);
    }

    @Override
    public Desugaring desugaring() {
        return new KernelDesugaring(parts, runner, listener);
    }

    @Override
    public Optional<FoundSource> source(String subject) {
        return help().source(subject);
    }

    @Override
    public ValueDisplay display() {
        return display;
    }

    @Override
    public Browsing browsing() {
        return new KernelBrowsing(parts, runner, listener);
    }

    @Override
    public Traces traces() {
        return new KernelTraces(parts.session().traces(), listener);
    }

    @Override
    public Debugging debugging() {
        return new KernelDebugger(parts, this, runner, listener);
    }

    @Override
    public Installation installation() {
        return new KernelInstallation(parts, new KernelLibraries(parts, listener), roster());
    }

    @Override
    public Measurements measurements() {
        return measurements;
    }

    @Override
    public FreshEngines freshEngines() {
        return fresh;
    }

    /** The cell has ended: so do the engines that were started for it alone. */
    void end() {
        try {
            fresh.end();
        } catch (MagicException e) {
            note(e.getMessage());
        }
    }

    @Override
    public int width() {
        return parts.config().width().getAsInt();
    }

    @Override
    public void print(String text) {
        listener.print(text.endsWith("\n") ? text : text + "\n");
    }

    @Override
    public void showHelp(HelpTopic topic) {
        listener.help(topic);
    }

    @Override
    public void note(String sentence) {
        listener.note(sentence);
    }

    @Override
    public void exit(int code) {
        parts.session().exit(code);
    }
}
