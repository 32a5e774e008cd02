package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %browse}: an object to be opened, and what is in it. */
@Command(
        name = "browse",
        sortOptions = false,
        customSynopsis = {"%%browse [-t TARGETS] EXPRESSION"},
        description = {
            "Shows what an object consists of: fields, elements, entries, on the whole screen. Arrows open and close",
            "them, / finds, Enter puts the Java that leads there into the prompt, q leaves. Objects are read and not",
            "run: no toString, no method of yours. Off a terminal: as lines, three levels deep."
        })
final class BrowseMagic implements Magic.Code {

    private static final String EXAMPLE = "%browse people";

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "the value at these engines: 0-3,7 or all. Default: where plain cells run.")
    private TargetSpec targets;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException(
                    "%browse needs a value to open: " + EXAMPLE + ", or %browse _ for the last result.");
        }
        Supplier<Placement> placement = this::placement;
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : ShownStep.of(code, PlannedStep.Account.TREE, EXAMPLE)) {
            steps.add(targets == null || !(step instanceof PlannedStep.Java java) ? step : java.at(placement));
        }
        String expression = code.text().strip().replaceFirst("[;\\s]+$", "");
        PlannedStep.Placed.Action show = (within, where) -> show(within, where, expression);
        steps.add(new PlannedStep.Placed(show, targets == null ? context.px()::plain : placement));
        return steps;
    }

    private Placement placement() {
        return new Placement(targets, StepOptions.PLAIN);
    }

    private static void show(MagicContext context, TargetSpec targets, String expression) throws MagicException {
        if (context.measurements().isBehind()) {
            throw new MagicException(
                    "%browse has no value to open yet: the code runs behind the prompt. Leave out -a.");
        }
        context.browsing().show(targets, expression);
    }
}
