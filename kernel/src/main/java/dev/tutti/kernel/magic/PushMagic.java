package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %push}: values of variables from local to engines. */
@Command(
        name = "push",
        sortOptions = false,
        description = "Gives variables at engines the value that they have at local.")
final class PushMagic implements Magic.Action {

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "variables of the session")
    private List<VariableName> names;

    @Option(
            names = {"-t", "--targets"},
            paramLabel = "TARGETS",
            description = "which engines. Default: those of %%pxconfig, else all.")
    private TargetSpec targets;

    @Override
    public void run(MagicContext context) throws MagicException {
        for (VariableName name : names) {
            name.written("%push");
        }
        context.data().push(names, context.px().targets(targets));
    }
}
