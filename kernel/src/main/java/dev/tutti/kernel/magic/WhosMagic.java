package dev.tutti.kernel.magic;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.fold.ResultGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %whos}: variables with type, value and place, then methods and types. */
@Command(
        name = "whos",
        description = "Shows each variable with its type, its values and where it has them; then methods and types.")
final class WhosMagic implements Magic.Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE",
            description = "only variables of these types (int, List, Map<String,Integer>), or: variable, method, type")
    private List<String> types = new ArrayList<>();

    @Override
    public void run(MagicContext context) {
        TypeFilter filter = new TypeFilter(types);
        List<SessionVariable> variables =
                context.variables().stream().filter(filter::takes).toList();
        List<List<String>> rows = new ArrayList<>();
        Map<EngineId, List<Optional<Rendered>>> values = read(context, variables);
        for (int i = 0; i < variables.size(); i++) {
            addVariable(rows, variables.get(i), i, values, context);
        }
        for (Declaration declaration : context.declarations()) {
            if (filter.takes(declaration)) {
                rows.add(List.of(declaration.name(), declaration.signature(), "", "cell " + declaration.cell()));
            }
        }
        context.print(
                rows.isEmpty()
                        ? types.isEmpty()
                                ? "Nothing is declared yet."
                                : "Nothing of the kind or type " + String.join(" or ", types) + " is declared."
                        : TextTable.of(List.of("name", "type", "value", "where"), rows, context.width()));
    }

    private static Map<EngineId, List<Optional<Rendered>>> read(MagicContext context, List<SessionVariable> variables) {
        SortedSet<EngineId> places = new TreeSet<>();
        variables.forEach(variable -> places.addAll(context.definedAt(variable)));
        return places.isEmpty() ? Map.of() : context.read(places, variables);
    }

    private static void addVariable(
            List<List<String>> rows,
            SessionVariable variable,
            int index,
            Map<EngineId, List<Optional<Rendered>>> values,
            MagicContext context) {
        SortedMap<EngineId, Rendered> here = new TreeMap<>();
        values.forEach((engine, row) -> row.get(index).ifPresent(value -> here.put(engine, value)));
        if (here.isEmpty()) {
            SortedSet<EngineId> places = context.definedAt(variable);
            rows.add(List.of(
                    variable.name(), variable.type(), "", places.isEmpty() ? "nowhere" : EngineRanges.of(places)));
        }
        for (ResultGroup group : ResultGroup.fold(here)) {
            rows.add(List.of(variable.name(), variable.type(), group.value().text(), EngineRanges.of(group.engines())));
        }
    }
}
