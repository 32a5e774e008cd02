package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.SnippetOrigin.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Live snippets as their readers see them. */
final class Declarations {

    private Declarations() {}

    static List<Declaration> of(List<LiveSnippet> live) {
        return live.stream()
                .filter(s -> s.origin().role() == Role.USER && !s.name().isEmpty())
                .map(Declarations::declaration)
                .toList();
    }

    private static Declaration declaration(LiveSnippet live) {
        String source = live.origin().text().original();
        return switch (live.snippet()) {
            case ImportSnippet _ -> {
                String name = importName(live);
                yield new Declaration(
                        Declaration.Kind.IMPORT,
                        name,
                        "import " + name,
                        source,
                        live.origin().cell());
            }
            case VarSnippet variable -> {
                String signature = LiveSnippet.type(variable) + " " + variable.name();
                yield new Declaration(
                        Declaration.Kind.VARIABLE,
                        variable.name(),
                        signature,
                        source,
                        live.origin().cell());
            }
            case MethodSnippet method ->
                new Declaration(
                        Declaration.Kind.METHOD,
                        method.name(),
                        signature(method),
                        source,
                        live.origin().cell());
            case TypeDeclSnippet type ->
                new Declaration(
                        Declaration.Kind.TYPE,
                        type.name(),
                        head(source),
                        source,
                        live.origin().cell());
            default -> throw new IllegalStateException("A " + live.snippet().kind() + " is no declaration");
        };
    }

    /** What stands behind the word import. */
    static String importName(LiveSnippet live) {
        ImportSnippet imported = (ImportSnippet) live.snippet();
        String prefix = imported.isStatic() ? "static " : "";
        boolean module = imported.subKind() == jdk.jshell.Snippet.SubKind.MODULE_IMPORT_SUBKIND;
        return (module ? "module " : prefix) + imported.fullname();
    }

    /** JShell has {@code (int,String)int}, a reader wants {@code int f(int, String)}. */
    private static String signature(MethodSnippet method) {
        String signature = method.signature();
        String result = signature.substring(signature.lastIndexOf(')') + 1);
        String parameters = Arrays.stream(method.parameterTypes().split(",(?![^<]*>)"))
                .map(String::strip)
                .collect(Collectors.joining(", "));
        return result + " " + method.name() + "(" + parameters + ")";
    }

    /** A type's declaration up to its body, on one line. */
    private static String head(String source) {
        StringBuilder head = new StringBuilder();
        int end = -1;
        for (JavaToken token : JavaTokens.of(source)) {
            if (token.is("{")) {
                break;
            }
            boolean gap = end >= 0 && token.start() > end;
            head.append(gap ? " " : "").append(token.text());
            end = token.end();
        }
        return head.toString();
    }
}
