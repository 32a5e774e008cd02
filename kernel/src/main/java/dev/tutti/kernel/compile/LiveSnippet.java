package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;

/**
 * A declaration that later cells see.
 *
 * @param snippet JShell's object for it; another one after it was restored
 * @param origin where it comes from
 * @param wrapper the binary name of its wrapper class; meaningless for imports
 * @param status how well it compiles
 */
record LiveSnippet(Snippet snippet, SnippetOrigin origin, String wrapper, Status status) {

    String name() {
        return snippet instanceof PersistentSnippet named ? named.name() : "";
    }

    boolean isVariable() {
        return snippet.kind() == Snippet.Kind.VAR && !name().isEmpty();
    }

    boolean isImport() {
        return snippet.kind() == Snippet.Kind.IMPORT;
    }

    /** Whether it was in force before the user typed anything. */
    boolean isStartUp() {
        return origin.role() == SnippetOrigin.Role.START_UP;
    }

    boolean isResult() {
        return origin.role() == SnippetOrigin.Role.RESULT;
    }

    /** The variable that it declares; empty for anything else. */
    Optional<SessionVariable> variable() {
        if (!isVariable() || !(snippet instanceof VarSnippet variable)) {
            return Optional.empty();
        }
        return Optional.of(
                new SessionVariable(name(), type(variable), new VariableRef(wrapper, name()), origin.cell()));
    }

    /** A variable's type as a user would write it. */
    static String type(VarSnippet variable) {
        return WrapperName.strip(variable.typeName()).replaceAll(",\\s*", ", ");
    }

    /** What a name stands for: two live snippets never have the same. */
    String key() {
        return switch (snippet) {
            case MethodSnippet method -> "method " + method.name() + "(" + method.parameterTypes() + ")";
            case ImportSnippet imported -> "import " + imported.source();
            default -> snippet.kind() + " " + name();
        };
    }
}
