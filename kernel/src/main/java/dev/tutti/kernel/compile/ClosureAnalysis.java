package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.TaskMessage.Captures;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.kernel.compile.CodeFacts.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What code that a task brings along reaches: the session variables that travel with it, and why it cannot travel. It
 * looks at the class files that engines run, so it never waits for the compiler. Any thread.
 */
final class ClosureAnalysis {

    private static final Captures NOTHING = new Captures(List.of(), List.of(), Optional.empty());

    private record Site(String className, String method, String descriptor) {}

    /** Answers that hold until the session's classes change. */
    private record Answers(long version, Map<Site, Captures> bySite) {}

    private final ClassJournal journal;
    private final SessionCode code;
    private final Function<String, String> undeclared;
    private volatile Answers answers = new Answers(-1, Map.of());

    /**
     * @param undeclared why code must not come to a class: what it refers to and is not declared; may block
     */
    ClosureAnalysis(ClassJournal journal, SessionCode code, Function<String, String> undeclared) {
        this.journal = journal;
        this.code = code;
        this.undeclared = undeclared;
    }

    /**
     * @param method the method of the code; empty: all methods that an object of the class has
     * @param descriptor of that method
     */
    Captures captures(String className, String method, String descriptor) {
        long version = journal.version();
        Answers current = answers;
        if (current.version() != version) {
            current = new Answers(version, new ConcurrentHashMap<>());
            answers = current;
        }
        Site site = new Site(className.replace('/', '.'), method, descriptor);
        return current.bySite().computeIfAbsent(site, this::analyse);
    }

    private Captures analyse(Site site) {
        List<CodeFacts> lineage = code.lineage(site.className());
        if (lineage.isEmpty()) {
            return NOTHING;
        }
        Reachability reachability = Reachability.from(code, roots(site, lineage), instances(site));
        Set<VariableRef> reads = new TreeSet<>(Comparator.comparing(VariableRef::toString));
        for (MethodFacts facts : reachability.methods()) {
            if (facts.unresolved()) {
                return refused(undeclared.apply(facts.method().owner()));
            }
            if (!facts.writes().isEmpty()) {
                return refused(facts.writes().iterator().next().field() + " is assigned in a task; return the value.");
            }
            reads.addAll(facts.reads());
        }
        if (reads.isEmpty()) {
            return NOTHING;
        }
        Set<String> leading = new LinkedHashSet<>();
        for (VariableRef variable : reads) {
            for (Method method : reachability.leadingTo(facts -> facts.reads().contains(variable))) {
                if (PromptType.isOne(method.owner())) {
                    return refused(PromptType.name(method) + " reads " + variable.field() + "; pass " + variable.field()
                            + " as an argument.");
                }
                leading.add(method.owner());
            }
        }
        return new Captures(List.copyOf(reads), List.copyOf(TaskClasses.of(code, leading, reads)), Optional.empty());
    }

    private static Captures refused(String why) {
        return new Captures(List.of(), List.of(), Optional.of(why));
    }

    private static List<MethodFacts> roots(Site site, List<CodeFacts> lineage) {
        List<MethodFacts> roots = new ArrayList<>();
        String signature = site.method() + site.descriptor();
        for (CodeFacts type : lineage) {
            type.method(Reachability.CLASS_INITIALISER).ifPresent(roots::add);
            if (site.method().isEmpty()) {
                type.methods().forEach(method -> {
                    if (method.overridable()) {
                        roots.add(method);
                    }
                });
            }
        }
        if (!site.method().isEmpty()) {
            lineage.stream()
                    .flatMap(type -> type.method(signature).stream())
                    .findFirst()
                    .ifPresent(roots::add);
        }
        return roots;
    }

    private static Set<String> instances(Site site) {
        boolean exists = site.method().isEmpty() || site.method().equals("<init>");
        return exists ? Set.of(site.className()) : Set.of();
    }
}
