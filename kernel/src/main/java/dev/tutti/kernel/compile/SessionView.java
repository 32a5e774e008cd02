package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the session declares, as one look under the lock found it.
 *
 * @param imports what stands behind the word import: {@code java.util.*}, {@code static a.B.c}, {@code module
 *     java.base}
 * @param variables types by name
 * @param methods signatures by name, {@code (int) String}
 * @param types session types with what declares them: {@code record P}
 * @param declarations the user's declarations with their sources
 */
record SessionView(
        List<String> imports,
        Map<String, String> variables,
        Map<String, List<String>> methods,
        Map<String, String> types,
        List<Declaration> declarations) {

    static final SessionView EMPTY = new SessionView(List.of(), Map.of(), Map.of(), Map.of(), List.of());

    SessionView {
        imports = List.copyOf(imports);
        variables = Map.copyOf(variables);
        methods = Map.copyOf(methods);
        types = Map.copyOf(types);
        declarations = List.copyOf(declarations);
    }

    Optional<Declaration> declaredType(String name) {
        return declarations.stream()
                .filter(declaration -> declaration.kind() == Declaration.Kind.TYPE
                        && declaration.name().equals(name))
                .findFirst();
    }
}
