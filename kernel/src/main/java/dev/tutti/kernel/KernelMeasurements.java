package dev.tutti.kernel;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.Measurements;
import dev.tutti.kernel.magic.StepTimes;
import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** What has been measured, as the magics of one cell see it. */
final class KernelMeasurements implements Measurements {

    private final Kernel.Parts parts;
    private StepTimes times = StepTimes.NONE;
    private boolean behind;
    private SortedMap<EngineId, Figures> figures = new TreeMap<>();

    KernelMeasurements(Kernel.Parts parts) {
        this.parts = parts;
    }

    /** The step runs on behind the prompt. */
    void noteBehind() {
        behind = true;
    }

    void forget() {
        behind = false;
        times = StepTimes.NONE;
        figures = new TreeMap<>();
    }

    void note(Duration compile, Duration wall, StepReport report) {
        times = new StepTimes(
                compile, wall, report.engineTimes().wall(), report.engineTimes().cpu());
        figures = new TreeMap<>();
        report.figures().forEach((engine, text) -> figures.put(engine, Figures.parse(text)));
    }

    @Override
    public StepTimes times() {
        return times;
    }

    @Override
    public boolean isBehind() {
        return behind;
    }

    @Override
    public SortedMap<EngineId, Figures> figures() {
        return figures;
    }

    @Override
    public SortedMap<EngineId, Figures> inspect(TargetSpec targets, String subject) throws MagicException {
        SortedSet<EngineId> engines = resolve(targets);
        SortedMap<EngineId, Figures> told = new TreeMap<>();
        String failure = "";
        for (var reply : parts.ask(engines, new Message.Inspect(subject)).entrySet()) {
            if (reply.getValue() instanceof Message.Inspected(var text)) {
                told.put(reply.getKey(), Figures.parse(text));
            } else if (reply.getValue() instanceof Message.Failure(var reason)) {
                failure = reason + ".";
            }
        }
        if (told.isEmpty()) {
            throw new MagicException(
                    failure.isEmpty()
                            ? EngineRanges.named(engines) + " did not answer. %engines shows the state."
                            : failure);
        }
        return told;
    }

    private SortedSet<EngineId> resolve(TargetSpec targets) throws MagicException {
        try {
            return parts.resolve(targets);
        } catch (TargetException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }
}
