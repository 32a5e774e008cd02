package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.EngineShare;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.LineFold;
import dev.tutti.kernel.fold.NumberSummary;
import dev.tutti.kernel.fold.Presentation.Look;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.fold.TraceMode;
import java.util.List;
import java.util.function.Predicate;

/** Prints what came of a step in the way that its presentation asks for: streams, results, errors, summary. */
final class StepPrinter {

    private final Screen screen;
    private final ErrorText errors;
    private final Predicate<Folded<CellError>> silent;

    /** @param silent errors that are none to the user */
    StepPrinter(Screen screen, ErrorText errors, Predicate<Folded<CellError>> silent) {
        this.screen = screen;
        this.errors = errors;
        this.silent = silent;
    }

    void print(CellNumber cell, StepReport report) {
        switch (report.presentation().grouping()) {
            case TYPE -> byType(cell, report);
            case ENGINE -> byEngine(cell, report);
            case ORDER -> byOrder(cell, report);
        }
        long failed = Folded.engines(report.errors()).stream()
                .filter(engine -> !engine.isLocal())
                .count();
        if (failed > 0) {
            screen.errorLine(failed + " of " + report.engines() + (report.engines() == 1 ? " engine" : " engines")
                    + (stoppedOnly(report) ? " stopped." : " failed."));
        }
    }

    private void byType(CellNumber cell, StepReport report) {
        boolean differences = report.presentation().look() == Look.DIFFERENCES;
        if (differences) {
            new DifferencePrinter(screen).streams(report);
        } else {
            streams(report, isAlone(report));
        }
        results(cell, report, report.results());
        report.errors()
                .forEach(group ->
                        error(group, isAlone(report), report.presentation().traces()));
    }

    private void streams(StepReport report, boolean alone) {
        report.stdout().forEach(group -> screen.write(collected(StreamKind.STDOUT, group, alone)));
        if (!report.stderr().isEmpty()) {
            screen.closeLine();
        }
        report.stderr().forEach(group -> screen.writeError(collected(StreamKind.STDERR, group, alone)));
    }

    /** Engines of which everything is equal are one. */
    private void byEngine(CellNumber cell, StepReport report) {
        boolean alone = isAlone(report);
        for (EngineShare share : EngineShare.of(report)) {
            share.stdout().ifPresent(text -> screen.write(collected(StreamKind.STDOUT, text, alone)));
            screen.closeLine();
            share.stderr().ifPresent(text -> screen.writeError(collected(StreamKind.STDERR, text, alone)));
            share.result().ifPresent(group -> results(cell, report, List.of(group)));
            share.error()
                    .ifPresent(
                            group -> error(group, alone, report.presentation().traces()));
        }
    }

    private void byOrder(CellNumber cell, StepReport report) {
        boolean alone = isAlone(report);
        boolean fold = report.presentation().look() != Look.UNFOLDED;
        LineFold.of(report.stdout(), fold).forEach(line -> screen.write(collected(StreamKind.STDOUT, line, alone)));
        screen.closeLine();
        LineFold.of(report.stderr(), fold)
                .forEach(line -> screen.writeError(collected(StreamKind.STDERR, line, alone)));
        results(cell, report, report.results());
        report.errors()
                .forEach(group -> error(group, alone, report.presentation().traces()));
    }

    private void results(CellNumber cell, StepReport report, List<ResultGroup> groups) {
        boolean alone = isAlone(report);
        switch (report.presentation().look()) {
            case FOLDED, UNFOLDED -> groups.forEach(group -> result(cell, group, alone));
            case DIFFERENCES ->
                new DifferencePrinter(screen).results(cell, groups, group -> result(cell, group, alone));
            case SUMMARY -> summary(cell, groups, alone);
        }
    }

    private void summary(CellNumber cell, List<ResultGroup> groups, boolean alone) {
        List<ResultGroup> numbers =
                groups.stream().filter(NumberSummary::counts).toList();
        groups.stream().filter(group -> !numbers.contains(group)).forEach(group -> result(cell, group, alone));
        NumberSummary.of(numbers).ifPresent(summary -> {
            List<EngineId> engines = numbers.stream()
                    .flatMap(group -> group.engines().stream())
                    .sorted()
                    .toList();
            screen.line(screen.palette().result(name(cell, engines, alone)));
            SummaryText.lines(summary).forEach(screen::line);
        });
        if (numbers.isEmpty() && !groups.isEmpty()) {
            screen.errorLine(screen.palette().note("There is nothing to summarise: no result is a number."));
        }
    }

    private void result(CellNumber cell, ResultGroup group, boolean alone) {
        String text = group.value().text();
        String mark = group.differsUnseen() ? " (differs in the part not shown)" : "";
        screen.line(screen.palette().result(name(cell, group.engines(), alone))
                + (text.indexOf('\n') >= 0 ? "\n" : " ")
                + text
                + mark);
    }

    /** {@code Out[0-2:5]:}. */
    static String name(CellNumber cell, List<EngineId> engines, boolean alone) {
        return alone ? "Out[" + cell + "]:" : "Out[" + EngineRanges.of(engines) + ":" + cell + "]:";
    }

    private void error(Folded<CellError> group, boolean alone, TraceMode mode) {
        if (!silent.test(group)) {
            errors.lines(group.item(), group.engines(), alone, mode).forEach(screen::errorLine);
        }
    }

    private String collected(StreamKind kind, Folded<String> group, boolean alone) {
        if (alone) {
            return group.item();
        }
        String prefix = screen.palette().source(LiveStreams.prefix(kind, EngineRanges.of(group.engines())));
        return prefix + " " + group.item() + (group.item().endsWith("\n") ? "" : "\n");
    }

    private static boolean isAlone(StepReport report) {
        return report.engines() == 0;
    }

    private static boolean stoppedOnly(StepReport report) {
        return report.errors().stream().allMatch(group -> group.item() instanceof CellError.Stopped);
    }
}
