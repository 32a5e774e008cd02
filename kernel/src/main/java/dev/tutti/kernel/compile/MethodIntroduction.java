package dev.tutti.kernel.compile;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import dev.tutti.kernel.compile.Introduction.Impossible;
import dev.tutti.kernel.compile.Introduction.Introduced;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a method of the statements of a step; what its last expression gives is what the method returns. */
final class MethodIntroduction {

    private static final String STEP = "    ";
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record", "@", "import");

    private final CodeInCell code;
    private final VariableNames names;

    MethodIntroduction(CodeInCell code, VariableNames names) {
        this.code = code;
        this.names = names;
    }

    /** @param typeOf the type of an expression of the cell */
    Introduction of(List<SnippetText> snippets, Function<Expression, Optional<ExpressionType>> typeOf) {
        if (snippets.isEmpty()) {
            return new Impossible("There is nothing here that a method could be made of.");
        }
        if (snippets.stream().anyMatch(MethodIntroduction::declaresMore)) {
            return new Impossible(
                    "A method is made of statements, but here a method, a type or an import is declared.");
        }
        SnippetText last = snippets.getLast();
        Optional<Expression> value = value(last);
        Optional<ExpressionType> type = value.flatMap(typeOf);
        if (value.isPresent() && type.isEmpty()) {
            return new Impossible("The compiler knows no type of this, so no method can return it.");
        }
        boolean returns = type.filter(known -> !known.isVoid()).isPresent();
        if (returns && !type.get().declarable()) {
            return new Impossible("This has a type that cannot be written, so no method can return it: "
                    + type.get().text() + ".");
        }
        String cell = code.cell();
        int start = snippets.getFirst().offsetInCell();
        int end = last.offsetInCell() + last.source().length();
        String body = returns
                ? cell.substring(start, value.get().start()) + "return "
                        + cell.substring(value.get().start(), end)
                : cell.substring(start, end);
        String name = names.unused(returns ? names.forValue(value.get().in(cell), type.get(), "") : "run", code.java());
        String lead = (returns ? type.get().text() : "void") + " ";
        String method =
                lead + name + "() {\n" + indented(body) + (body.endsWith(";") || body.endsWith("}") ? "" : ";") + "\n}";
        String text = cell.substring(0, start) + method + cell.substring(end);
        return new Introduced(
                text, name, List.of(start + lead.length()), returns ? type.get().imports() : List.of());
    }

    private static boolean declaresMore(SnippetText snippet) {
        return CellContext.isMethod(snippet.source())
                || snippet.tokens().stream().limit(3).map(JavaToken::text).anyMatch(word -> TYPE_WORDS.contains(word));
    }

    /** The whole of the last statement, if it is an expression that is not thrown away by a semicolon. */
    private Optional<Expression> value(SnippetText last) {
        if (last.isAssignment()) {
            return Optional.empty();
        }
        SnippetTree tree = SnippetTree.parse(last.source());
        int start = last.first().start();
        int end = last.endsWithSemicolon()
                ? last.tokens().get(Math.max(0, last.tokens().size() - 2)).end()
                : last.last().end();
        return tree.spanning(start, end)
                .map(TreePath::getLeaf)
                .filter(ExpressionTree.class::isInstance)
                .map(_ -> new Expression(last.offsetInCell() + start, last.offsetInCell() + end));
    }

    private static String indented(String body) {
        return STEP + body.replace("\n", "\n" + STEP);
    }
}
