package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Hears what cells say. */
final class HeardCells implements CellListener {

    final List<String> notes = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final CountDownLatch wrote = new CountDownLatch(1);

    @Override
    public void print(String text) {}

    @Override
    public void help(HelpTopic topic) {}

    @Override
    public void step(CellNumber cell, StepReport report) {}

    @Override
    public void refused(CellNumber cell, CellSource source, CellError.Refused error) {
        refusals.add(error.message());
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        wrote.countDown();
    }

    @Override
    public void idle() {}

    @Override
    public void note(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}
}
