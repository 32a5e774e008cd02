package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.compile.Surrounding;
import java.util.List;
import java.util.SortedMap;

/** The steps of a magic that measures a piece of Java: it runs with our code around it, then its figures are told. */
final class MeasuringStep {

    /** Tells figures; there is at least one engine. */
    @FunctionalInterface
    interface Teller {
        void tell(SortedMap<EngineId, Figures> figures, MagicContext context) throws MagicException;
    }

    private MeasuringStep() {}

    /** @throws MagicException if the code has a magic in it, or is none */
    static List<PlannedStep> of(CodeArgument code, Surrounding around, MagicContext context, Teller teller)
            throws MagicException {
        int start = code.preparation().isEmpty() ? code.start() : code.preparationStart();
        return List.of(
                new PlannedStep.Java(start, code.end(), context.px()::plain, around, PlannedStep.Account.FIGURES),
                new PlannedStep.Act(
                        shown -> {
                            SortedMap<EngineId, Figures> figures =
                                    shown.measurements().figures();
                            if (!figures.isEmpty()) {
                                teller.tell(figures, shown);
                            }
                        },
                        false));
    }

    /** Refuses what is not plain Java. */
    static void requireJava(CodeArgument code, String magic, String example)
            throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%" + magic + " needs code to measure: " + example);
        }
        for (PlannedStep step : code.steps()) {
            if (!(step instanceof PlannedStep.Java)) {
                throw new MagicException("%" + magic + " measures Java, no magic: " + example
                        + ". For engines put %px in front of it: %px %" + magic + " f(30).");
            }
        }
    }
}
