package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %pushd}, after the system shells': leaves a folder to come back to it. */
@Command(
        name = "pushd",
        customSynopsis = {"%%pushd FOLDER", "%%pushd"},
        description = {
            "As %%cd FOLDER; %%popd comes back. Without a folder, changes places with the one that was left last.",
            "%%dirs lists the folders that were left."
        })
final class PushdMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        String call = GeneratedJava.SHELL + "pushd(";
        PlannedStep.Java step = code.isEmpty()
                ? GeneratedJava.instead(code, call + GeneratedJava.literal("") + ").toString()", context)
                : GeneratedJava.aroundText(call, code, ").toString()", context);
        return List.of(step, new PlannedStep.Act(moved -> moved.workplace().follow(), false));
    }
}
