package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.CellListener;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Prints cells by the contract: streams, results, errors, summary. One thread: that which runs the cells. */
public final class CellPrinter implements CellListener {

    private final Screen screen;
    private final boolean exitEnds;
    private final ErrorText errors;
    private final LiveStreams live;
    private final Function<String, Optional<String>> asking;

    /**
     * A printer.
     *
     * @param sources the texts of cells, for errors
     * @param exitEnds whether {@code System.exit} at local ends the run and is no error
     * @param asking reads a line behind a prompt, for magics that ask; empty if there is none
     */
    public CellPrinter(
            Screen screen,
            Function<CellNumber, Optional<CellSource>> sources,
            boolean exitEnds,
            Function<String, Optional<String>> asking) {
        this.asking = asking;
        this.exitEnds = exitEnds;
        this.screen = screen;
        this.errors = new ErrorText(screen.palette(), sources);
        this.live = new LiveStreams(screen, System::nanoTime);
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        if (!engine.isLocal()) {
            live.add(engine, kind, text);
            return;
        }
        switch (kind) {
            case STDOUT -> screen.write(text);
            case STDERR -> screen.writeError(text);
        }
    }

    @Override
    public void idle() {
        live.showDue();
    }

    @Override
    public void note(String sentence) {
        sentence.lines().forEach(line -> screen.errorLine(screen.palette().note(line)));
    }

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {
        String time = elapsed.toSeconds() < 60
                ? elapsed.toSeconds() + " s"
                : elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s";
        screen.progress(
                targets.size() == 1
                        ? time
                        : time + ", " + (targets.size() - running.size()) + " of " + targets.size()
                                + " done; waiting for " + EngineRanges.of(running));
    }

    @Override
    public void print(String text) {
        screen.closeLine();
        screen.write(text);
    }

    @Override
    public void page(String text) {
        screen.closeLine();
        new Pager(screen).show(text);
    }

    @Override
    public Optional<String> ask(String prompt) {
        screen.closeLine();
        return asking.apply(prompt);
    }

    @Override
    public void help(HelpTopic topic) {
        screen.closeLine();
        new HelpPrinter(screen).print(topic);
    }

    @Override
    public void step(CellNumber cell, StepReport report) {
        live.finish();
        new StepPrinter(screen, errors, this::isExit).print(cell, report);
    }

    private boolean isExit(Folded<CellError> group) {
        return exitEnds
                && group.engines().getFirst().isLocal()
                && group.item() instanceof CellError.Lost lost
                && lost.exitCode().isPresent();
    }

    @Override
    public void refused(CellNumber cell, CellSource source, CellError.Refused error) {
        live.finish();
        refusal(cell, source, error).forEach(screen::errorLine);
    }

    private List<String> refusal(CellNumber cell, CellSource source, CellError.Refused error) {
        Palette palette = screen.palette();
        if (error.start() < 0) {
            return error.message().lines().map(palette::error).toList();
        }
        SourceLines place = SourceLines.at(source, error.start(), error.end());
        List<String> message = error.message().lines().toList();
        List<String> lines = new ArrayList<>();
        lines.add(palette.aside(place.place(cell.value()) + ": ")
                + palette.error(message.isEmpty() ? "error" : message.getFirst()));
        message.stream().skip(1).map(line -> "    " + line).forEach(lines::add);
        lines.addAll(place.lines(screen.width()));
        return lines;
    }

    /** The cell has ended: what is held back is shown. */
    public void cellEnded() {
        live.finish();
        screen.endProgress();
    }
}
