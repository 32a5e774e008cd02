package dev.tutti.kernel.magic;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %pull}: values of variables from engines to local. */
@Command(
        name = "pull",
        sortOptions = false,
        description = {
            "Brings values of variables from engines to local: the value of one engine; of several engines a list,",
            "in the order of the engines, for which -o must give a name."
        })
final class PullMagic implements Magic.Action {

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "variables of the session; also fields of them: point.x")
    private List<VariableName> names;

    @Mixin
    private ChosenEngines engines;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "NAME",
            converter = VariableName.Converter.class,
            description = "the variable at local that gets the value or list. Default: the same name.")
    private VariableName out;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (out != null && names.size() > 1) {
            throw new MagicException(
                    "-o names one value, but %pull was given " + names.size() + " names. Pull them one by one.");
        }
        Optional<VariableName> to = out == null ? Optional.empty() : Optional.of(out.written("-o"));
        context.data().pull(names, engines.in(context), to);
    }
}
