package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The code that engines run, as facts. What a class is like is worked out once for each of its class files. Any thread. */
final class SessionCode {

    /** Of a type whose methods cannot be found out: it may call any. */
    private static final Set<String> ANY = Set.of("*");

    private record Read(ClassFile file, CodeFacts facts) {}

    private final ClassJournal journal;
    private final ClassLoader library;
    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> callable = new ConcurrentHashMap<>();

    /** @param library where types are that the session's classes extend */
    SessionCode(ClassJournal journal, ClassLoader library) {
        this.journal = journal;
        this.library = library;
    }

    /** A class of the session, holders of definitions apart. */
    Optional<CodeFacts> facts(String className) {
        if (!className.startsWith("REPL.") || DefinitionHolder.isHolder(className)) {
            return Optional.empty();
        }
        return journal.woven(className).map(file -> {
            Read known = read.get(className);
            if (known == null || known.file() != file) {
                known = new Read(file, new CodeFacts(file));
                read.put(className, known);
            }
            return known.facts();
        });
    }

    /** Whether engines have the class that tells whether a variable is defined. */
    boolean isHolder(String className) {
        return DefinitionHolder.isHolder(className) && journal.woven(className).isPresent();
    }

    /** There are types that were missing so far. */
    void classPathChanged() {
        callable.values().removeIf(methods -> methods == ANY);
    }

    /** The class and what it extends and implements, the session's own only. */
    List<CodeFacts> lineage(String className) {
        List<CodeFacts> lineage = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        collect(className, lineage, seen);
        return lineage;
    }

    private void collect(String className, List<CodeFacts> lineage, Set<String> seen) {
        if (seen.add(className)) {
            facts(className).ifPresent(facts -> {
                lineage.add(facts);
                facts.supertypes().forEach(type -> collect(type, lineage, seen));
            });
        }
    }

    /** Whether code outside of the session can call this method of an instance: a method of a library's type. */
    boolean isCallableFromOutside(String className, String signature) {
        for (CodeFacts facts : lineage(className)) {
            for (String type : facts.supertypes()) {
                if (facts(type).isPresent()) {
                    continue;
                }
                Set<String> methods = callable.computeIfAbsent(type, this::callableMethods);
                if (methods == ANY || methods.contains(signature)) {
                    return true;
                }
            }
        }
        return callable.computeIfAbsent("java.lang.Object", this::callableMethods)
                .contains(signature);
    }

    private Set<String> callableMethods(String typeName) {
        try {
            Set<String> signatures = new HashSet<>();
            Class<?> type = Class.forName(typeName, false, library);
            for (Method method : type.getMethods()) {
                add(signatures, method);
            }
            for (Class<?> up = type; up != null; up = up.getSuperclass()) {
                for (Method method : up.getDeclaredMethods()) {
                    if (Modifier.isProtected(method.getModifiers())) {
                        add(signatures, method);
                    }
                }
            }
            return signatures;
        } catch (ClassNotFoundException | LinkageError _) {
            return ANY;
        }
    }

    private static void add(Set<String> signatures, Method method) {
        if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isFinal(method.getModifiers())) {
            StringBuilder signature = new StringBuilder(method.getName()).append('(');
            for (Class<?> parameter : method.getParameterTypes()) {
                signature.append(parameter.descriptorString());
            }
            signatures.add(signature
                    .append(')')
                    .append(method.getReturnType().descriptorString())
                    .toString());
        }
    }
}
