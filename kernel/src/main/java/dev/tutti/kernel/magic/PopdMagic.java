package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %popd}: back to where {@code %pushd} left. */
@Command(name = "popd", description = "Goes back to the folder that %%pushd left last.")
final class PopdMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (!code.isEmpty()) {
            throw new MagicException("%popd takes no words: it goes back to the folder that %pushd left last. %cd "
                    + code.text().strip() + " goes elsewhere.");
        }
        return List.of(
                GeneratedJava.instead(code, GeneratedJava.SHELL + "popd().toString()", context),
                new PlannedStep.Act(moved -> moved.workplace().follow(), false));
    }
}
