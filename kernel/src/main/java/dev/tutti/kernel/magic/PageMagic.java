package dev.tutti.kernel.magic;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.fold.ResultGroup;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %page}, after IPython's: all of a value, page by page. */
@Command(
        name = "page",
        customSynopsis = {"%%page EXPRESSION"},
        description = {
            "Shows all of a value, where a cell shows the beginning: containers with all elements, up to 4 million",
            "characters. On a terminal it is paged by the program that PAGER names, else by less."
        })
final class PageMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%page needs a value to show: %page people, or %page _ for the last result.");
        }
        List<PlannedStep> steps = new ArrayList<>(ShownStep.of(code, PlannedStep.Account.PAGE, "%page people"));
        steps.add(new PlannedStep.Act(PageMagic::show, false));
        return steps;
    }

    private static void show(MagicContext context) {
        List<ResultGroup> values = context.display().latest();
        StringBuilder text = new StringBuilder();
        for (ResultGroup value : values) {
            boolean local = value.engines().stream().allMatch(engine -> engine.isLocal());
            if (!local) {
                text.append("[").append(EngineRanges.of(value.engines())).append("]\n");
            }
            text.append(value.value().text()).append('\n');
        }
        if (!values.isEmpty()) {
            context.display().page(text.toString());
        }
    }
}
