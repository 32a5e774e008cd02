package dev.tutti.kernel.magic;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %gather}: the blocks of all engines as one sequence. */
@Command(
        name = "gather",
        sortOptions = false,
        description = {
            "Puts the blocks that a variable holds at the engines together, at local, in the order of the engines:",
            "arrays to an array, lists to a list; any other value counts as one element of a list."
        })
final class GatherMagic implements Magic.Action {

    @Parameters(
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "a variable of the session")
    private VariableName name;

    @Mixin
    private ChosenEngines engines;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "the variable at local that gets the whole. Default: the same name.")
    private VariableName out;

    @Override
    public void run(MagicContext context) throws MagicException {
        Optional<VariableName> to = out == null ? Optional.empty() : Optional.of(out.written("-o"));
        context.data().gather(name, engines.in(context), to);
    }
}
