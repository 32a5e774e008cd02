package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The step of a magic that shows a value in its own way. */
final class ShownStep {

    private ShownStep() {}

    /** @throws MagicException if the code has a magic in it */
    static List<PlannedStep> of(CodeArgument code, PlannedStep.Account account, String example)
            throws MagicException, CellSyntaxException {
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : code.steps()) {
            if (!(step instanceof PlannedStep.Java java)) {
                throw new MagicException("This shows the value of Java, not of a magic: " + example
                        + ". For engines put %px in front of it.");
            }
            steps.add(java.telling(account));
        }
        return steps;
    }
}
