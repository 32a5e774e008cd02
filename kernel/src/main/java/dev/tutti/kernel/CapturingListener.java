package dev.tutti.kernel;

import dev.tutti.client.CapturedOutput;
import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.export.CellOutput;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Stands before a cell's listener and keeps what is printed while somebody wants it kept. Errors always go on. */
final class CapturingListener implements CellListener {

    private final CellListener next;
    private final HeardOutputs heard = new HeardOutputs();
    private volatile boolean out;
    private volatile boolean err;
    private StringBuilder stdout = new StringBuilder();
    private StringBuilder stderr = new StringBuilder();
    private StringBuilder results = new StringBuilder();

    CapturingListener(CellListener next) {
        this.next = Objects.requireNonNull(next, "next");
    }

    /** From now on output is kept. @param keepOut standard output and results @param keepErr standard error */
    void begin(boolean keepOut, boolean keepErr) {
        out = keepOut;
        err = keepErr;
    }

    /** What went on, and so was shown. */
    List<CellOutput> heard() {
        return heard.all();
    }

    /** Whether something that is printed now is kept. Any thread. */
    boolean isKeeping() {
        return out || err;
    }

    /** What was kept; from now on nothing is. */
    Optional<CapturedOutput> end() {
        if (!out && !err) {
            return Optional.empty();
        }
        out = false;
        err = false;
        CapturedOutput kept = new CapturedOutput(stdout.toString(), stderr.toString(), results.toString());
        stdout = new StringBuilder();
        stderr = new StringBuilder();
        results = new StringBuilder();
        return Optional.of(kept);
    }

    @Override
    public void print(String text) {
        if (out) {
            stdout.append(text);
        } else {
            heard.written(List.of(EngineId.LOCAL), StreamKind.STDOUT, text);
            next.print(text);
        }
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        boolean keep = switch (kind) {
            case STDOUT -> out;
            case STDERR -> err;
        };
        if (!keep) {
            heard.written(List.of(engine), kind, text);
            next.output(engine, kind, text);
            return;
        }
        (kind == StreamKind.STDOUT ? stdout : stderr).append(text);
    }

    @Override
    public void step(CellNumber cell, StepReport report) {
        if (!out && !err) {
            show(cell, report);
            return;
        }
        if (out) {
            report.stdout().forEach(group -> stdout.append(group.item()));
            report.results().forEach(group -> results.append(line(group)));
        }
        if (err) {
            report.stderr().forEach(group -> stderr.append(group.item()));
        }
        List<Folded<String>> none = List.of();
        show(
                cell,
                new StepReport(
                        report.targets(),
                        out ? none : report.stdout(),
                        err ? none : report.stderr(),
                        out ? List.of() : report.results(),
                        report.errors(),
                        report.engineTimes(),
                        report.figures(),
                        report.presentation()));
    }

    private void show(CellNumber cell, StepReport report) {
        heard.step(report);
        next.step(cell, report);
    }

    private static String line(ResultGroup group) {
        boolean local = group.engines().getFirst().isLocal();
        return (local ? "" : "[" + EngineRanges.of(group.engines()) + "] ")
                + group.value().text() + "\n";
    }

    @Override
    public Optional<String> ask(String prompt) {
        return next.ask(prompt);
    }

    @Override
    public void help(HelpTopic topic) {
        next.help(topic);
    }

    @Override
    public void refused(CellNumber cell, CellSource source, CellError.Refused error) {
        heard.refused(error);
        next.refused(cell, source, error);
    }

    @Override
    public void idle() {
        next.idle();
    }

    @Override
    public void note(String sentence) {
        next.note(sentence);
    }

    @Override
    public void ended(EngineId engine, Outcome outcome) {
        next.ended(engine, outcome);
    }

    @Override
    public void lost(EngineId engine, String reason) {
        next.lost(engine, reason);
    }

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {
        next.progress(elapsed, targets, running);
    }
}
