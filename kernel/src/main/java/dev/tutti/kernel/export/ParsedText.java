package dev.tutti.kernel.export;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The members of a class whose body is some text, parsed only. */
final class ParsedText {

    private static final String HEAD = "class X {";

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private ParsedText(String text, CompilationUnitTree unit, SourcePositions positions) {
        this.text = text;
        this.unit = unit;
        this.positions = positions;
    }

    /** Empty if it is no such body. */
    static Optional<ParsedText> of(String body) {
        String text = HEAD + body + "\n}";
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, told, List.of("-proc:none"), null, List.of(new JavaText("X", text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean broken = told.getDiagnostics().stream().anyMatch(one -> one.getKind() == Diagnostic.Kind.ERROR);
            return broken || unit.getTypeDecls().size() != 1
                    ? Optional.empty()
                    : Optional.of(
                            new ParsedText(text, unit, Trees.instance(task).getSourcePositions()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<? extends Tree> members() {
        return ((ClassTree) unit.getTypeDecls().getFirst()).getMembers();
    }

    /** The statements of the first member, a method. */
    List<? extends Tree> statements() {
        return ((MethodTree) members().getFirst()).getBody().getStatements();
    }

    /** What stands before a tree, from the beginning of the member or method body that it is in. */
    String lead(Tree tree) {
        int from = members().getFirst() instanceof MethodTree method && method != tree
                ? (int) positions.getStartPosition(unit, method.getBody()) + 1
                : HEAD.length();
        return text.substring(from, (int) positions.getStartPosition(unit, tree))
                .stripLeading();
    }

    String text(Tree tree) {
        return text.substring((int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
    }
}
