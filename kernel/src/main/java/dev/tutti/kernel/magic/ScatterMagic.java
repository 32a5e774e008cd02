package dev.tutti.kernel.magic;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %scatter}: one block of a sequence for each engine. */
@Command(
        name = "scatter",
        sortOptions = false,
        description = {
            "Cuts an array, list or text at local into contiguous blocks, one for each engine, in order.",
            "Their sizes differ by at most one."
        })
final class ScatterMagic implements Magic.Action {

    @Parameters(
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "a variable that is an array, a list or a text")
    private VariableName name;

    @Mixin
    private ChosenEngines engines;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "the variable at the engines that gets the block. Default: the same name.")
    private VariableName as;

    @Option(names = "--flatten", description = "a block of one element is that element; needs --as")
    private boolean flatten;

    @Override
    public void run(MagicContext context) throws MagicException {
        name.written("%scatter");
        if (flatten && as == null) {
            throw new MagicException("--flatten makes single elements of blocks, which " + name
                    + " cannot hold. Give them a name: %scatter " + name + " --flatten --as NAME.");
        }
        Optional<VariableName> to = as == null ? Optional.empty() : Optional.of(as.written("--as"));
        context.data().scatter(name, engines.in(context), to, flatten);
    }
}
