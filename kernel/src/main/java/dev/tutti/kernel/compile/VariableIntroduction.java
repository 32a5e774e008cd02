package dev.tutti.kernel.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.tutti.kernel.compile.Introduction.Impossible;
import dev.tutti.kernel.compile.Introduction.Introduced;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives an expression a name: a variable is declared in front of its statement and stands in its place; a statement that
 * is nothing else becomes the declaration. Refused where the value would then be another, or computed another number of
 * times.
 */
final class VariableIntroduction {

    private final CodeInCell code;
    private final SnippetText snippet;
    private final SnippetTree tree;
    private final VariableNames names;

    VariableIntroduction(CodeInCell code, SnippetText snippet, VariableNames names) {
        this.code = code;
        this.snippet = snippet;
        this.tree = SnippetTree.parse(snippet.source());
        this.names = names;
    }

    Introduction of(Expression expression, ExpressionType type) {
        if (type.isVoid()) {
            return new Impossible("This gives no value that a variable could take.");
        }
        int offset = snippet.offsetInCell();
        Optional<TreePath> path = tree.spanning(expression.start() - offset, expression.end() - offset);
        if (path.isEmpty()) {
            return new Impossible("There is no whole expression here.");
        }
        return switch (statementOf(path.get())) {
            case Statement.Found(var statement) -> declared(expression, type, statement);
            case Statement.Refused(var why) -> new Impossible(why);
        };
    }

    /** Where the declaration goes. */
    private sealed interface Statement {
        record Found(Tree statement) implements Statement {}

        record Refused(String why) implements Statement {}
    }

    private Statement statementOf(TreePath expression) {
        TreePath inner = expression;
        for (TreePath at = expression.getParentPath(); at != null; at = at.getParentPath()) {
            Tree below = inner.getLeaf();
            if (below instanceof StatementTree && isList(at.getLeaf(), below)) {
                return unlessDeclaredInside(expression.getLeaf(), below);
            }
            Optional<String> refusal = refusal(at.getLeaf(), below);
            if (refusal.isPresent()) {
                return new Statement.Refused(refusal.get());
            }
            inner = at;
        }
        return new Statement.Refused("There is no statement here in front of which a variable could be declared.");
    }

    private static boolean isList(Tree parent, Tree statement) {
        return parent instanceof BlockTree
                || parent instanceof CaseTree group
                        && group.getCaseKind() == CaseTree.CaseKind.STATEMENT
                        && group.getStatements().contains(statement);
    }

    private static Optional<String> refusal(Tree parent, Tree below) {
        if (parent instanceof ClassTree || parent instanceof NewClassTree && below instanceof VariableTree) {
            return Optional.of("This belongs to a field. A variable can be declared in front of a statement only.");
        }
        boolean repeated = parent instanceof WhileLoopTree loop && loop.getCondition() == below
                || parent instanceof DoWhileLoopTree until && until.getCondition() == below
                || parent instanceof ForLoopTree counting
                        && (counting.getCondition() == below
                                || counting.getUpdate().contains(below));
        if (repeated) {
            return Optional.of("The loop computes this anew each time; a variable in front of it would not.");
        }
        boolean branch = below instanceof StatementTree
                && !(below instanceof BlockTree)
                && !(below instanceof VariableTree)
                && !(parent instanceof LambdaExpressionTree)
                && !(parent instanceof ForLoopTree counting
                        && counting.getInitializer().contains(below));
        return branch
                ? Optional.of("The statement is a branch without braces. Put braces around it first.")
                : Optional.empty();
    }

    private Statement unlessDeclaredInside(Tree expression, Tree statement) {
        Set<String> declared = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                boolean outside =
                        tree.end(variable) <= tree.start(expression) || tree.start(variable) >= tree.end(expression);
                if (variable != statement && outside) {
                    declared.add(variable.getName().toString());
                }
                return super.visitVariable(variable, nothing);
            }
        }.scan(statement, null);
        String text = tree.text().substring(tree.start(expression), tree.end(expression));
        return JavaTokens.of(text).stream()
                .map(JavaToken::text)
                .filter(declared::contains)
                .findFirst()
                .<Statement>map(name -> new Statement.Refused(
                        name + " is declared within this statement, so nothing in front of it can use it."))
                .orElseGet(() -> new Statement.Found(statement));
    }

    private Introduction declared(Expression expression, ExpressionType type, Tree statement) {
        String cell = code.cell();
        int offset = snippet.offsetInCell();
        int start = offset + tree.start(statement);
        int end = offset + tree.end(statement);
        String name = names.forValue(expression.in(cell), type, code.java());
        String lead = type.declaration() + " ";
        String rest = cell.substring(Math.min(expression.end(), end), Math.max(expression.end(), end))
                .strip();
        if (start == expression.start() && (rest.isEmpty() || rest.equals(";"))) {
            String text = cell.substring(0, start) + lead + name + " = " + cell.substring(start);
            return new Introduced(text, name, List.of(start + lead.length()), type.importsOfDeclaration());
        }
        String gap = gapBefore(start);
        String declaration = lead + name + " = " + expression.in(cell) + ";" + gap;
        String text = cell.substring(0, start)
                + declaration
                + cell.substring(start, expression.start())
                + name
                + cell.substring(expression.end());
        int use = expression.start() + declaration.length();
        return new Introduced(text, name, List.of(start + lead.length(), use), type.importsOfDeclaration());
    }

    /** A line of its own for the declaration where the statement has one, else a blank. */
    private String gapBefore(int start) {
        int line = code.cell().lastIndexOf('\n', start - 1) + 1;
        String indent = code.cell().substring(line, start);
        return indent.isBlank() ? "\n" + indent : " ";
    }
}
