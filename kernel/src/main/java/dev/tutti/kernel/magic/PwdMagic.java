package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %pwd}: where commands run. */
@Command(name = "pwd", description = "Gives the folder where system commands run, here or, after %%px, at engines.")
final class PwdMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(GeneratedJava.instead(code, GeneratedJava.SHELL + "directory().toString()", context));
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
