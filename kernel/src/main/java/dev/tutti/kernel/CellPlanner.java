package dev.tutti.kernel;

import dev.tutti.kernel.cell.CellParser;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.DeclaredAbove;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.magic.CodeArgument;
import dev.tutti.kernel.magic.HelpLookup;
import dev.tutti.kernel.magic.MagicCall;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicEntry;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.PlannedStep;
import dev.tutti.kernel.magic.ShellLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A cell's text to planned steps: Java with targets, and what the kernel does itself. */
final class CellPlanner {

    /** What every cell may name without declaring it. */
    private static final Set<String> PREDEFINED = Set.of("rank", "size", "engineId", "cluster", "args", "In", "Out");

    private final CellParser parser;
    private final MagicContext context;
    private final Predicate<String> sessionNames;

    /** @param sessionNames whether a word names something of the session */
    CellPlanner(CellParser parser, MagicContext context, Predicate<String> sessionNames) {
        this.parser = parser;
        this.context = context;
        this.sessionNames = sessionNames;
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
            case Step.ShellLine line -> List.of(planShellLine(cell, from, line));
        };
    }

    private List<PlannedStep> planMagic(String cell, int from, Step.Magic magic)
            throws MagicException, CellSyntaxException {
        MagicEntry entry = context.magics()
                .find(magic.name())
                .orElseThrow(() -> new MagicException("There is no magic %" + magic.name() + ". %lsmagic lists all."));
        if (!magic.assignTo().isEmpty() && !MagicCall.givesValue(entry)) {
            String keep = magic.name().equals("px") ? " %px -o " + magic.assignTo() + " keeps what engines give." : "";
            throw new MagicException(
                    "%" + magic.name() + " gives no value that " + magic.assignTo() + " could hold." + keep);
        }
        if (magic.cellMagic() && entry.form() == MagicEntry.Form.LINE) {
            throw new MagicException("%" + magic.name() + " is a line magic: write it with one percent sign.");
        }
        if (!magic.cellMagic() && entry.form().isCellOnly()) {
            throw new MagicException("%" + magic.name() + " takes the lines below it: write %%" + magic.name()
                    + " in the first line of a cell.");
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
        List<PlannedStep> steps = MagicCall.plan(entry, placed, new Surroundings(cell, placed.start()), context);
        return magic.assignTo().isEmpty() ? steps : List.of(assigned(steps, cell, placed));
    }

    private PlannedStep assigned(List<PlannedStep> steps, String cell, Step.Magic magic) throws MagicException {
        if (steps.size() == 1 && steps.getFirst() instanceof PlannedStep.Java java) {
            return java.assignedTo(target(cell, magic.start(), magic.assignTo()));
        }
        throw new MagicException("%" + magic.name() + " gives no value here that " + magic.assignTo() + " could hold.");
    }

    /** What gets the value: a variable that there is, or a new one. */
    private String target(String cell, int start, String name) {
        boolean isNew = cell.startsWith("var", start) && Character.isWhitespace(cell.charAt(start + 3))
                || !new Surroundings(cell, start).isName(name);
        return isNew ? "var " + name : name;
    }

    /** What a magic may ask about the cell that it stands in. */
    private final class Surroundings implements CodeArgument.Planner {
        private final String cell;
        private final int start;

        Surroundings(String cell, int start) {
            this.cell = cell;
            this.start = start;
        }

        @Override
        public List<PlannedStep> plan(int from, int to) throws MagicException, CellSyntaxException {
            return CellPlanner.this.plan(cell, from, to);
        }

        @Override
        public boolean isName(String word) {
            return PREDEFINED.contains(word) || sessionNames.test(word) || DeclaredAbove.declares(javaAbove(), word);
        }

        /** What stands above, without lines that are no Java. */
        private String javaAbove() {
            return cell.substring(0, start)
                    .lines()
                    .filter(line ->
                            !line.startsWith("!") && !line.stripLeading().startsWith("%"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private PlannedStep planShellLine(String cell, int from, Step.ShellLine line) {
        int start = from + line.start();
        int command = cell.indexOf('!', start) + 1;
        while (Character.isWhitespace(cell.charAt(command))) {
            command++;
        }
        CodeArgument.Call call = new CodeArgument.Call(start, from + line.end());
        CodeArgument code = new CodeArgument(
                line.command(), command, command + line.command().length(), call, new Surroundings(cell, start));
        return line.assignTo().isEmpty()
                ? ShellLine.run(code, context)
                : ShellLine.capture(code, context).assignedTo(target(cell, start, line.assignTo()));
    }
}
