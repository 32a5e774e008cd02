package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;

/** {@code %reset}: a new session. */
@Command(
        name = "reset",
        description =
                "Drops all declarations, values and results, at local and on all engines. The cells go on counting.")
final class ResetMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) {
        context.reset();
        context.print("All declarations, values and results are dropped, at local and on all engines.");
    }
}
