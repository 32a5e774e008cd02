package dev.tutti.kernel;

import dev.tutti.kernel.cell.CellParser;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.magic.HelpLookup;
import dev.tutti.kernel.magic.MagicCall;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicEntry;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import java.util.ArrayList;
import java.util.List;

/** A cell's text to planned steps: Java with targets, and what the kernel does itself. */
final class CellPlanner {

    private final CellParser parser;
    private final MagicContext context;

    CellPlanner(CellParser parser, MagicContext context) {
        this.parser = parser;
        this.context = context;
    }

    List<PlannedStep> plan(String cell) throws MagicException, CellSyntaxException {
        return plan(cell, 0, cell.length());
    }

    /** Plans a stretch of a cell as if it stood alone; offsets stay those of the whole cell. */
    private List<PlannedStep> plan(String cell, int from, int to) throws MagicException, CellSyntaxException {
        List<PlannedStep> planned = new ArrayList<>();
        String stretch = cell.substring(from, to);
        try {
            for (Step step : parser.steps(stretch)) {
                planned.addAll(plan(cell, from, step));
            }
        } catch (CellSyntaxException e) {
            throw new CellSyntaxException(e.getMessage(), e.start() + from, e.end() + from);
        }
        return planned;
    }

    private List<PlannedStep> plan(String cell, int from, Step step) throws MagicException, CellSyntaxException {
        return switch (step) {
            case Step.Java(int start, int end) ->
                List.of(new PlannedStep.Java(from + start, from + end, context.px()::plain));
            case Step.Magic magic -> planMagic(cell, from, magic);
            case Step.Help(_, _, var subject, boolean source) ->
                List.of(new PlannedStep.Act(shown -> new HelpLookup(shown).show(subject, source), false));
            case Step.ShellLine line -> planShellLine(line);
        };
    }

    private List<PlannedStep> planMagic(String cell, int from, Step.Magic magic)
            throws MagicException, CellSyntaxException {
        MagicEntry entry = context.magics()
                .find(magic.name())
                .orElseThrow(() -> new MagicException("There is no magic %" + magic.name() + ". %lsmagic lists all."));
        if (!magic.assignTo().isEmpty()) {
            throw new MagicException("%" + magic.name() + " gives no value that " + magic.assignTo() + " could hold.");
        }
        if (magic.cellMagic() && entry.form() == MagicEntry.Form.LINE) {
            throw new MagicException("%" + magic.name() + " is a line magic: write it with one percent sign.");
        }
        Step.Magic placed = new Step.Magic(
                from + magic.start(),
                from + magic.end(),
                magic.name(),
                magic.arguments(),
                from + magic.argumentsStart(),
                magic.body(),
                from + magic.bodyStart(),
                magic.cellMagic(),
                magic.assignTo());
        return MagicCall.plan(entry, placed, (start, end) -> plan(cell, start, end), context);
    }

    private static List<PlannedStep> planShellLine(Step.ShellLine line) throws MagicException {
        if (!line.assignTo().isEmpty()) {
            throw new MagicException("A system command gives no value yet that " + line.assignTo()
                    + " could hold. Run it with ! alone, or from Java with ProcessBuilder.");
        }
        return List.of(new PlannedStep.Act(new SystemCommand(line.command()), false));
    }
}
