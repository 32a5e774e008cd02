package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.TargetSpec;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %px}, after ipyparallel's: runs code on engines, compiled once, broadcast. */
@Command(
        name = "px",
        sortOptions = false,
        customSynopsis = {"%%px [OPTIONS] CODE", "%%%%px [OPTIONS]", "      CODE LINES"},
        description = {
            "Runs code on engines. It is compiled once; each engine runs it with its own variables.",
            "Equal results, outputs and errors fold into one line with the engines' numbers."
        })
final class PxMagic implements Magic.Code {

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines: 0-3,7 or all, -1 (the last), ::2 (every second). Default: all.")
    private TargetSpec targets = TargetSpec.ALL;

    @Option(names = "--local", description = "at local too, with the same code")
    private boolean local;

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException(
                    "%px needs code to run: %px rank() * 10, or %%px with the code on the lines below.");
        }
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : code.steps()) {
            steps.add(
                    switch (step) {
                        case PlannedStep.Java java -> java.at(targets, local);
                        case PlannedStep.Act act -> act;
                    });
        }
        return steps;
    }
}
