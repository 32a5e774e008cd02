package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %px}, after ipyparallel's: runs code on engines, compiled once, broadcast. */
@Command(
        name = "px",
        sortOptions = false,
        customSynopsis = {"%%px [OPTIONS] CODE", "%%%%px [OPTIONS]", "      CODE LINES"},
        description = {
            "Runs code on engines. It is compiled once; each engine runs it with its own variables.",
            "Equal results, outputs and errors fold into one line with the engines' numbers.",
            "%%pxconfig sets these options for all calls."
        })
final class PxMagic implements Magic.Code {

    private final String family;

    @Mixin
    private PxOptions options = new PxOptions();

    PxMagic() {
        this("");
    }

    PxMagic(String family) {
        this.family = family;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%px" + family + " needs code to run: %px" + family + " rank() * 10, or %%px"
                    + family + " with the code on the lines below.");
        }
        PxSettings said = options.settings();
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep inner : code.steps()) {
            steps.add(
                    switch (inner) {
                        case PlannedStep.Java java -> java.at(() -> placement(said, context.px()));
                        case PlannedStep.Placed placed -> placed.at(() -> placement(said, context.px()));
                        case PlannedStep.Act act -> act;
                    });
        }
        if (said.name().isPresent()) {
            steps.add(new PlannedStep.Act(_ -> {}, true)); // Java after it may use the name
        }
        return steps;
    }

    private Placement placement(PxSettings said, PxSession px) {
        PxSettings settings = said.over(px.defaults(family));
        return new Placement(settings.targets().orElse(TargetSpec.ALL), settings.step(family));
    }
}
