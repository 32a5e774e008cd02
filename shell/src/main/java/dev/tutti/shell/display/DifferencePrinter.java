package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.Majority;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.fold.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prints of each stream and of the results what most engines have, and of the other engines what differs from it. */
final class DifferencePrinter {

    private final Screen screen;

    DifferencePrinter(Screen screen) {
        this.screen = screen;
    }

    void streams(StepReport report) {
        stream(StreamKind.STDOUT, report.stdout(), report.targets());
        stream(StreamKind.STDERR, report.stderr(), report.targets());
    }

    private void stream(StreamKind kind, List<Folded<String>> groups, List<EngineId> targets) {
        if (groups.isEmpty()) {
            return;
        }
        List<Folded<String>> all = new ArrayList<>(groups);
        List<EngineId> silent = new ArrayList<>(targets);
        silent.removeAll(Folded.engines(groups));
        if (!silent.isEmpty()) {
            all.add(new Folded<>(silent, "")); // to say nothing differs from saying something
        }
        Majority<Folded<String>> majority = Majority.of(all, Folded::engines);
        Folded<String> reference = majority.reference();
        if (!reference.item().isEmpty()) {
            String end = reference.item().endsWith("\n") ? "" : "\n";
            write(kind, screen.palette().source(name(kind, reference)) + " " + reference.item() + end);
        }
        for (Folded<String> other : majority.others()) {
            List<String> lines =
                    TextDifference.unified(name(kind, reference), reference.item(), name(kind, other), other.item());
            lines.forEach(line -> write(kind, styled(line) + "\n"));
        }
    }

    private static String name(StreamKind kind, Folded<String> group) {
        return LiveStreams.prefix(kind, EngineRanges.of(group.engines()));
    }

    private void write(StreamKind kind, String text) {
        screen.closeLine();
        switch (kind) {
            case STDOUT -> screen.write(text);
            case STDERR -> screen.writeError(text);
        }
    }

    /** @param whole prints a group as it is */
    void results(CellNumber cell, List<ResultGroup> groups, Consumer<ResultGroup> whole) {
        if (groups.isEmpty()) {
            return;
        }
        Majority<ResultGroup> majority = Majority.of(groups, ResultGroup::engines);
        ResultGroup reference = majority.reference();
        whole.accept(reference);
        for (ResultGroup other : majority.others()) {
            List<String> lines = TextDifference.unified(
                    StepPrinter.name(cell, reference.engines(), false),
                    reference.value().text(),
                    StepPrinter.name(cell, other.engines(), false),
                    other.value().text());
            if (lines.isEmpty()) {
                whole.accept(other); // it differs in the part not shown, and says so
            }
            lines.forEach(line -> screen.line(styled(line)));
        }
    }

    private String styled(String line) {
        return switch (line.charAt(0)) {
            case '-' -> screen.palette().taken(line);
            case '+' -> screen.palette().put(line);
            case '@' -> screen.palette().aside(line);
            default -> line;
        };
    }
}
