package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %sx} and {@code %system}: as {@code !!}. */
@Command(
        customSynopsis = {"%%sx COMMAND", "x = %%sx COMMAND"},
        description = {
            "Runs a system command and gives the lines that it writes, as !!COMMAND.",
            "The list has also text(), exitCode(), grep(REGEX), field(N) and paths()."
        })
final class SxMagic implements Magic.Code {

    private final String name;

    SxMagic(String name) {
        this.name = name;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException("%" + name + " needs a command: %" + name + " ls -l.");
        }
        return List.of(ShellLine.capture(code, context));
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
