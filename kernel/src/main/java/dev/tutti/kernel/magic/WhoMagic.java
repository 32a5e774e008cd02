package dev.tutti.kernel.magic;

import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %who}: the names that the user declared. */
@Command(name = "who", description = "Lists the names of variables, methods and types declared in this session.")
final class WhoMagic implements Magic.Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE",
            description = "only variables of these types (int, List, Map<String,Integer>), or: variable, method, type")
    private List<String> types = new ArrayList<>();

    @Override
    public void run(MagicContext context) {
        TypeFilter filter = new TypeFilter(types);
        Stream<String> variables =
                context.variables().stream().filter(filter::takes).map(SessionVariable::name);
        Stream<String> others = context.declarations().stream()
                .filter(filter::takes)
                .map(Declaration::name)
                .distinct();
        String names = Stream.concat(variables, others).collect(Collectors.joining("  "));
        context.print(
                !names.isEmpty()
                        ? names
                        : types.isEmpty()
                                ? "Nothing is declared yet."
                                : "Nothing of the kind or type " + String.join(" or ", types) + " is declared.");
    }
}
