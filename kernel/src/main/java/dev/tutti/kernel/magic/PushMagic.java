package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ChosenEngines engines;

    @Override
    public void run(MagicContext context) throws MagicException {
        for (VariableName name : names) {
            name.written("%push");
        }
        context.data().push(names, engines.in(context));
    }
}
