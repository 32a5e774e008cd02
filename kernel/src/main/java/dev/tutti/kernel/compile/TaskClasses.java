package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which classes a task class loader must define anew: the wrappers of the variables that a task carries, with their
 * holders, and all classes whose code leads there. A class that names one of these, or shares private members with it,
 * comes along, but never a type of the user's: its objects are the same class everywhere.
 */
final class TaskClasses {

    private final SessionCode code;
    private final Set<String> classes = new TreeSet<>();

    private TaskClasses(SessionCode code) {
        this.code = code;
    }

    /**
     * @param leading classes whose code leads to the variables; none of them is a type of the user's
     */
    static Set<String> of(SessionCode code, Collection<String> leading, Collection<VariableRef> variables) {
        TaskClasses task = new TaskClasses(code);
        task.classes.addAll(leading);
        variables.forEach(variable -> task.classes.add(variable.className()));
        Set<String> hosts = new LinkedHashSet<>();
        task.classes.forEach(name -> hosts.add(PromptType.nestHost(name)));
        hosts.forEach(task::joinNest);
        variables.stream().map(DefinitionHolder::name).filter(code::isHolder).forEach(task.classes::add);
        return task.classes;
    }

    private void joinNest(String host) {
        Set<String> nest = new LinkedHashSet<>(Set.of(host));
        code.facts(host).ifPresent(facts -> nest.addAll(facts.nestMembers()));
        nest.removeIf(name -> PromptType.isOne(name) || code.facts(name).isEmpty());
        boolean changed = true;
        while (changed) {
            Set<String> joining = new HashSet<>();
            for (String name : nest) {
                if (!classes.contains(name) && nest.stream().anyMatch(other -> belongsTo(name, other))) {
                    joining.add(name);
                }
            }
            changed = classes.addAll(joining);
        }
    }

    private boolean belongsTo(String name, String member) {
        if (!classes.contains(member) || name.equals(member)) {
            return false;
        }
        CodeFacts facts = code.facts(name).orElseThrow();
        CodeFacts other = code.facts(member).orElseThrow();
        return facts.named().contains(member) || facts.usesPrivate(other) || other.usesPrivate(facts);
    }
}
