package dev.tutti.kernel.magic;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.fold.ResultGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers {@code subject?}: a magic, a name pattern, a session variable, or anything that the compiler knows. */
public final class HelpLookup {

    private final MagicContext context;

    public HelpLookup(MagicContext context) {
        this.context = context;
    }

    /**
     * Shows what is known.
     *
     * @param subject what was asked about, without question marks
     * @param withSource whether the source is wanted too
     * @throws MagicException if nothing is known of it
     */
    public void show(String subject, boolean withSource) throws MagicException {
        if (subject.isEmpty()) {
            context.print(HelpMagic.OVERVIEW);
        } else if (subject.startsWith("%")) {
            showMagic(subject.replaceFirst("^%%?", ""));
        } else if (subject.startsWith("(")) {
            showShape(subject);
        } else if (subject.contains("*")) {
            showMatches(subject);
        } else {
            showJava(subject, withSource);
        }
    }

    private void showMagic(String name) throws MagicException {
        MagicEntry entry = context.magics()
                .find(name)
                .orElseThrow(() -> new MagicException("There is no magic %" + name + ". %lsmagic lists all."));
        context.print(MagicCall.help(entry, context.width()));
    }

    private void showMatches(String pattern) throws MagicException {
        Predicate<String> matches = Pattern.compile(
                        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .asMatchPredicate();
        String names = Stream.of(
                        context.variables().stream().map(SessionVariable::name),
                        context.declarations().stream()
                                .filter(declaration -> declaration.kind() != Declaration.Kind.IMPORT)
                                .map(Declaration::name),
                        context.magics().all().stream().map(entry -> "%" + entry.name()))
                .flatMap(name -> name)
                .filter(matches)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        String found = pattern.matches("[*.]*") ? "" : String.join("\n", context.search(pattern));
        if (names.isEmpty() && found.isEmpty()) {
            throw new MagicException("No variable, method or magic of this session matches " + pattern
                    + ", nor a type of the JDK and the class path.");
        }
        context.print(names + (names.isEmpty() || found.isEmpty() ? "" : "\n") + found);
    }

    private void showShape(String shape) throws MagicException {
        List<String> found = context.methodsOfShape(shape)
                .orElseThrow(() -> new MagicException(
                        "'?" + shape + "' is no shape of a method. It is written ?(String, int) -> char."));
        if (found.isEmpty()) {
            throw new MagicException("No public method takes and gives " + shape
                    + ". What it is called on counts as the first; all types must be imported or written in full.");
        }
        context.print(String.join("\n", found));
    }

    private void showJava(String subject, boolean withSource) throws MagicException {
        List<String> facts = new ArrayList<>();
        context.variables().stream()
                .filter(variable -> variable.name().equals(subject))
                .forEach(variable -> facts.addAll(facts(variable)));
        context.declarations().stream()
                .filter(declaration -> declaration.name().equals(subject))
                .filter(declaration -> switch (declaration.kind()) {
                    case METHOD, TYPE -> true;
                    case VARIABLE, IMPORT -> false;
                })
                .forEach(declaration -> facts.add(declaration.signature() + "  (cell " + declaration.cell() + ")"));
        List<Documentation> documentation = context.documentation(subject);
        Optional<FoundSource> source = withSource ? context.source(subject) : Optional.empty();
        if (facts.isEmpty() && documentation.isEmpty() && source.isEmpty()) {
            throw new MagicException("Nothing is known of " + subject
                    + ". Ask about a variable, method, type or expression of this session or the JDK, or about a magic"
                    + " (%px?).");
        }
        context.showHelp(new HelpTopic(subject, facts, documentation, source));
    }

    private List<String> facts(SessionVariable variable) {
        List<String> facts = new ArrayList<>();
        facts.add(variable.type() + " " + variable.name() + "  (cell " + variable.cell() + ")");
        SortedSet<EngineId> places = context.definedAt(variable);
        if (places.isEmpty()) {
            facts.add("It has no value anywhere.");
            return facts;
        }
        SortedMap<EngineId, Rendered> values = new TreeMap<>();
        Map<EngineId, List<Optional<Rendered>>> read = context.read(places, List.of(variable));
        read.forEach((engine, row) -> row.getFirst().ifPresent(value -> values.put(engine, value)));
        for (ResultGroup group : ResultGroup.fold(values)) {
            facts.add("Value at " + EngineRanges.named(group.engines()) + " ("
                    + group.value().type() + "): " + group.value().text());
        }
        return facts;
    }
}
