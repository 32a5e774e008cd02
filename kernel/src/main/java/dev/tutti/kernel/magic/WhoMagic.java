package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code %who}: the names that the user declared. */
@Command(name = "who", description = "Lists the names of variables, methods and types declared in this session.")
final class WhoMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) {
        Stream<String> variables = context.variables().stream().map(SessionVariable::name);
        Stream<String> others = context.declarations().stream()
                .filter(declaration -> switch (declaration.kind()) {
                    case METHOD, TYPE -> true;
                    case VARIABLE, IMPORT -> false;
                })
                .map(Declaration::name)
                .distinct();
        String names = Stream.concat(variables, others).collect(Collectors.joining("  "));
        context.print(names.isEmpty() ? "Nothing is declared yet." : names);
    }
}
