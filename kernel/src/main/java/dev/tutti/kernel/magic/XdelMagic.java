package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %xdel}, after IPython's: drops some names. */
@Command(name = "xdel", description = "Drops declarations by name, with values at all places: %%reset -s NAME...")
final class XdelMagic implements Magic.Action {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "variables, methods, types")
    private List<String> names;

    @Override
    public void run(MagicContext context) throws MagicException {
        ResetMagic.drop(names, context);
    }
}
