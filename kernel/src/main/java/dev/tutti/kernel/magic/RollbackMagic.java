package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %rollback}: back to what was declared. */
@Command(
        name = "rollback",
        description = {
            "Makes declared what was declared at %%checkpoint NAME, and nothing else.",
            "A variable that still has its type keeps the values that it has now; one that was dropped or had another"
                    + " type comes back without a value; one that is newer goes with its values."
        })
final class RollbackMagic implements Magic.Action {

    @Parameters(paramLabel = "NAME", description = "the mark")
    private String name;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.state().rollback(name);
        context.print("Declared is what was declared at " + name + ".");
    }
}
