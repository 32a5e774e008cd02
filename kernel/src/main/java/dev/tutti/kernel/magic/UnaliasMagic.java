package dev.tutti.kernel.magic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %unalias}: forgets what {@code %alias} made. */
@Command(name = "unalias", description = "Forgets a magic that %%alias made.")
final class UnaliasMagic implements Magic.Action {

    @Parameters(paramLabel = "NAME", description = "the magic, without percent sign")
    private String name;

    @Override
    public void run(MagicContext context) throws MagicException {
        context.workplace().unalias(name);
    }
}
