package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.Surrounding;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %captures}: what a function would carry if a task took it along. */
@Command(
        name = "captures",
        customSynopsis = {"%%captures EXPRESSION"},
        description = {
            "Shows what a lambda, a method reference or another function object would carry to engines:",
            "the values that it captured, and the session variables that its code reads, with their sizes.",
            "Nothing is sent. Parameters of a lambda need their types here: (Integer x) -> x + k."
        })
final class CapturesMagic implements Magic.Code {

    private static final Surrounding QUESTION = new Surrounding("dev.tutti.client.Captures.of(", ")");

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%captures needs a function to look at: %captures () -> k + 1");
        }
        for (PlannedStep step : code.steps()) {
            if (!(step instanceof PlannedStep.Java)) {
                throw new MagicException("%captures takes a Java expression, no magic: %captures () -> k + 1");
            }
        }
        return List.of(new PlannedStep.Java(code.start(), code.end(), () -> Placement.LOCAL, QUESTION));
    }
}
