package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %dirs}: the folders that {@code %pushd} left. */
@Command(
        name = "dirs",
        description = "Gives the folder where system commands run, then those that %%pushd left, the last one first.")
final class DirsMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(GeneratedJava.instead(
                code, GeneratedJava.SHELL + "dirs().stream().map(String::valueOf).toList()", context));
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
