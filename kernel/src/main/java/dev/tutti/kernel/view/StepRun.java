package dev.tutti.kernel.view;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.Dispatch;
import dev.tutti.kernel.controller.DispatchEvent;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One step on its way over its targets. {@link #run} is called once, on the thread that runs the cell; {@link #interrupt}
 * by any thread: the first call stops the step, the second replaces the engines that did not stop.
 */
public final class StepRun {

    private static final SortedSet<EngineId> LOCAL_ALONE = new TreeSet<>(List.of(EngineId.LOCAL));

    /** After so long a stop that has had no effect is told. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    /** Progress is shown in these intervals. */
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

    /** So often the listener is given the chance to show what it holds back. */
    private static final Duration TICK = Duration.ofMillis(50);

    /**
     * What a step is run with.
     *
     * @param options what the user wants of it
     * @param replace puts a fresh engine in the place of one that did not stop, or leaves it in the JVM of an application
     * @param undefinedMessage what to tell of a variable that has no value where it was read
     */
    public record Setting(
            Controller controller,
            Places places,
            RunOptions options,
            Consumer<EngineId> replace,
            Function<VariableRef, String> undefinedMessage) {}

    private final InstantSource clock = InstantSource.system();
    private final Setting setting;
    private final Dispatch dispatch;
    private final SortedSet<EngineId> targets;
    private final Message.Execute execute;

    private final CollectedOutput collected = new CollectedOutput();
    private final SortedMap<EngineId, Rendered> results = new TreeMap<>();
    private final SortedMap<EngineId, CellError> errors = new TreeMap<>();
    private final SortedSet<EngineId> replaced = new TreeSet<>();
    private final Set<EngineId> settled = ConcurrentHashMap.newKeySet();
    private final SortedMap<EngineId, String> figures = new TreeMap<>();
    private StepReport.EngineTimes times = StepReport.EngineTimes.NONE;
    private RunListener listener;
    private boolean shownLive;

    private final Object stopLock = new Object();
    private int stopRequests;
    private Instant stopAsked;
    private Map<EngineId, List<Frame>> stoppingAt = Map.of();
    private boolean stubbornTold;
    private boolean leaving;

    /** Sends the step; from here on it runs. */
    public static StepRun send(Setting setting, SortedSet<EngineId> targets, Message.Execute execute) {
        return new StepRun(setting, targets, execute);
    }

    private StepRun(Setting setting, SortedSet<EngineId> targets, Message.Execute execute) {
        this.setting = setting;
        this.targets = targets;
        this.execute = execute;
        this.dispatch = setting.controller().execute(targets, execute);
    }

    /**
     * Takes the events of the step until all targets have ended.
     *
     * @return empty if the user has left it running: then {@link #finish} takes the rest
     * @throws InterruptedException if the calling thread is interrupted; the step goes on
     */
    public Optional<StepReport> run(RunListener listener) throws InterruptedException {
        this.listener = listener;
        shownLive = setting.options().mode() == StreamMode.LIVE
                || setting.options().mode() == StreamMode.LOCAL_LIVE && targets.equals(LOCAL_ALONE);
        Instant start = clock.instant();
        Optional<Instant> nextProgress = setting.options().progressAfter().map(start::plus);
        while (!dispatch.ended()) {
            dispatch.next(TICK).ifPresentOrElse(this::take, listener::idle);
            Instant now = clock.instant();
            if (nextProgress.isPresent() && !now.isBefore(nextProgress.get()) && !dispatch.ended()) {
                listener.progress(Duration.between(start, now), targets, running());
                nextProgress = Optional.of(now.plus(PROGRESS_EVERY));
            }
            tellStubborn(now);
            if (isLeaving() && !dispatch.ended()) {
                return Optional.empty();
            }
        }
        return Optional.of(report());
    }

    /**
     * Takes the events of the step until all targets have ended, behind the prompt: output is kept for the report.
     *
     * @param listener is told notes only
     * @throws InterruptedException if the calling thread is interrupted; the step goes on
     */
    public StepReport finish(RunListener listener) throws InterruptedException {
        this.listener = listener;
        shownLive = false;
        while (!dispatch.ended()) {
            dispatch.next(TICK).ifPresent(this::take);
            tellStubborn(clock.instant());
        }
        return report();
    }

    private StepReport report() {
        boolean fold = setting.options().fold();
        return new StepReport(
                List.copyOf(targets),
                collected.texts(StreamKind.STDOUT, fold),
                collected.texts(StreamKind.STDERR, fold),
                !execute.show() ? List.of() : fold ? ResultGroup.fold(results) : ResultGroup.unfolded(results),
                fold ? Folded.fold(errors, CellError::likeness) : Folded.unfolded(errors),
                times,
                figures,
                Presentation.PLAIN);
    }

    /** The targets, ascending. Any thread. */
    public SortedSet<EngineId> targets() {
        return new TreeSet<>(targets);
    }

    /** The targets that have not ended. Any thread. */
    public SortedSet<EngineId> running() {
        return new TreeSet<>(dispatch.running());
    }

    private void take(DispatchEvent event) {
        switch (event) {
            case DispatchEvent.Output(var engine, var kind, var text) -> {
                if (shownLive) {
                    listener.output(engine, kind, text);
                } else {
                    collected.add(engine, kind, text);
                }
            }
            case DispatchEvent.Finished(var engine, var done) -> finished(engine, done);
            case DispatchEvent.Lost(var engine, var reason, var exitCode) -> {
                boolean stubborn = replaced().contains(engine);
                String why = stubborn ? whyReplaced() : reason;
                errors.put(engine, new CellError.Lost(why, exitCode, place(engine, stubborn)));
                listener.lost(engine, why);
            }
            case DispatchEvent.Failed(var engine, var reason) -> {
                errors.put(engine, new CellError.Failed(reason));
                listener.lost(engine, reason);
            }
        }
    }

    /** Whether this step is to tell, or has told, that an engine is lost. Any thread. */
    public boolean tellsLossOf(EngineId engine) {
        return targets.contains(engine) && !settled.contains(engine);
    }

    /** What becomes of the engine from now on is not this step's concern. Any thread. */
    public void settle(EngineId engine) {
        settled.add(engine);
    }

    private void finished(EngineId engine, Message.Done done) {
        settle(engine);
        listener.ended(engine, done.outcome());
        setting.places().note(engine, done);
        Duration wall = Duration.ofNanos(done.wallNanos());
        Duration cpu = Duration.ofNanos(done.cpuNanos());
        times = new StepReport.EngineTimes(
                wall.compareTo(times.wall()) > 0 ? wall : times.wall(),
                cpu.compareTo(times.cpu()) > 0 ? cpu : times.cpu());
        if (!done.figures().isEmpty()) {
            figures.put(engine, done.figures());
        }
        boolean resultEntryRan = done.completed() == execute.entries().size()
                && !execute.entries().isEmpty()
                && execute.entries().getLast().result();
        if (resultEntryRan) {
            setting.places().noteResult(engine, execute.cell());
        }
        switch (done.outcome()) {
            case Outcome.Value(var rendered) -> results.put(engine, rendered);
            case Outcome.Nothing() -> {}
            case Outcome.Thrown(var fault) -> errors.put(engine, new CellError.Thrown(fault));
            case Outcome.Stopped(var where) -> errors.put(engine, new CellError.Stopped(where));
            case Outcome.Undefined(var variable, var fault) ->
                errors.put(
                        engine,
                        new CellError.Undefined(setting.undefinedMessage().apply(variable), fault));
        }
    }

    /** The user wants no longer to wait: does what the options say. */
    public void interrupt() {
        switch (setting.options().onInterrupt()) {
            case STOP -> stop();
            case KILL -> {
                noteStop();
                running().forEach(this::replace);
            }
            case LEAVE -> {
                synchronized (stopLock) {
                    leaving = true;
                }
            }
        }
    }

    /** Stops the step; when it has been stopped before, replaces the engines that still run. */
    public void stop() {
        if (noteStop() > 1) {
            running().forEach(this::replace);
            return;
        }
        setting.controller().stop(dispatch, STOP_PATIENCE).thenAccept(where -> {
            synchronized (stopLock) {
                stoppingAt = Map.copyOf(where);
            }
        });
    }

    private int noteStop() {
        synchronized (stopLock) {
            if (stopRequests == 0) {
                stopAsked = clock.instant();
            }
            return ++stopRequests;
        }
    }

    /** Whether the user wants it left running. */
    public boolean isLeaving() {
        synchronized (stopLock) {
            return leaving;
        }
    }

    /** Somebody waits for it again. */
    public void stay() {
        synchronized (stopLock) {
            leaving = false;
        }
    }

    private String whyReplaced() {
        return setting.options().onInterrupt() == StopSignal.KILL ? "ended by Ctrl-C" : "did not stop";
    }

    private CellError.Lost.Place place(EngineId engine, boolean stubborn) {
        boolean guest = setting.controller().roster().stream()
                .anyMatch(status -> status.id().equals(engine) && status.attached());
        if (guest) {
            return CellError.Lost.Place.CLOSED;
        }
        return stubborn ? CellError.Lost.Place.TAKEN : CellError.Lost.Place.VACANT;
    }

    private void replace(EngineId engine) {
        synchronized (stopLock) {
            if (!replaced.add(engine)) {
                return;
            }
        }
        setting.replace().accept(engine);
    }

    private void tellStubborn(Instant now) {
        Map<EngineId, List<Frame>> where;
        synchronized (stopLock) {
            if (stopAsked == null
                    || stubbornTold
                    || setting.options().onInterrupt() == StopSignal.KILL
                    || now.isBefore(stopAsked.plus(STOP_PATIENCE))
                    || stopRequests > 1) {
                return;
            }
            stubbornTold = true;
            where = stoppingAt;
        }
        SortedMap<EngineId, String> places = new TreeMap<>();
        for (EngineId engine : dispatch.running()) {
            List<Frame> frames = where.getOrDefault(engine, List.of());
            places.put(
                    engine,
                    frames.isEmpty()
                            ? ""
                            : " (in " + frames.getFirst().className() + "."
                                    + frames.getFirst().method() + ")");
        }
        for (Folded<String> group : Folded.fold(places, text -> text)) {
            String name = EngineRanges.named(group.engines());
            listener.note(Character.toUpperCase(name.charAt(0)) + name.substring(1)
                    + (group.engines().size() == 1 ? " has" : " have") + " not stopped" + group.item()
                    + ". Press Ctrl-C again to replace " + (group.engines().size() == 1 ? "it" : "them")
                    + ": the variables there are lost then.");
        }
    }

    /** Whether this step has been asked to stop. */
    public boolean interrupted() {
        synchronized (stopLock) {
            return stopRequests > 0;
        }
    }

    /** The engines that were replaced because they did not stop. */
    public SortedSet<EngineId> replaced() {
        synchronized (stopLock) {
            return new TreeSet<>(replaced);
        }
    }
}
