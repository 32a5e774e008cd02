package dev.tutti.kernel.compile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A snippet that is being typed, parsed only: its expressions with their places. What the parser has to guess is left
 * out. Nothing is looked up, so what a name means is not known.
 */
final class SnippetTree {

    private static final Comparator<TreePath> BY_SIZE = Comparator.comparingInt(path -> depth(path));

    private final String text;
    private final int lead;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private SnippetTree(String text, int lead, SourceTrees.Parsed parsed) {
        this.text = text;
        this.lead = lead;
        this.unit = parsed.unit();
        this.positions = parsed.positions();
    }

    /** A statement, an expression, a type, a method. */
    static SnippetTree parse(String text) {
        boolean method = CellContext.isMethod(text);
        String lead = method ? "class $ {" : "class $ {void $() {";
        return new SnippetTree(text, lead.length(), SourceTrees.parsed(lead + text + (method ? "\n}" : "\n;}}")));
    }

    String text() {
        return text;
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree) - lead;
    }

    /** What the parser has taken from behind the text does not count. */
    int end(Tree tree) {
        return Math.min(text.length(), (int) positions.getEndPosition(unit, tree) - lead);
    }

    /**
     * The expressions that contain the cursor or end at it, in the order in which they may be meant: first the largest that
     * ends right at the cursor, if one does, else the innermost; then each larger one.
     */
    List<TreePath> at(int cursor) {
        List<TreePath> all = new ArrayList<>();
        new Expressions().scan(new TreePath(unit), all);
        int place = cursor;
        List<TreePath> around = around(all, place);
        while (around.isEmpty() && place > 0 && isBehind(text.charAt(place - 1))) {
            around = around(all, --place);
        }
        int end = place;
        Optional<TreePath> ending = around.stream()
                .filter(path -> end(path.getLeaf()) == end && !changesSomething(path.getLeaf()))
                .reduce((_, larger) -> larger);
        int first = ending.map(around::indexOf).orElse(0);
        return around.subList(Math.min(first, around.size()), around.size());
    }

    /** The expression that stands exactly there. */
    Optional<TreePath> spanning(int start, int end) {
        List<TreePath> all = new ArrayList<>();
        new Expressions().scan(new TreePath(unit), all);
        return all.stream()
                .filter(path -> start(path.getLeaf()) == start && end(path.getLeaf()) == end)
                .findFirst();
    }

    /** From the innermost on. */
    private List<TreePath> around(List<TreePath> all, int place) {
        return all.stream()
                .filter(path -> start(path.getLeaf()) <= place && place <= end(path.getLeaf()))
                .filter(path -> isWhole(path.getLeaf()))
                .sorted(BY_SIZE.reversed())
                .toList();
    }

    private static boolean isBehind(char c) {
        return Character.isWhitespace(c) || c == ';';
    }

    private static boolean changesSomething(Tree tree) {
        return tree instanceof AssignmentTree
                || tree instanceof CompoundAssignmentTree
                || tree instanceof UnaryTree unary
                        && switch (unary.getKind()) {
                            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                            default -> false;
                        };
    }

    /** Whether the parser has found all of it in the text. */
    private boolean isWhole(Tree tree) {
        int start = start(tree);
        int end = end(tree);
        if (start < 0 || end <= start) {
            return false;
        }
        List<Token> tokens = JavaLexer.tokens(text.substring(start, end));
        boolean closed = tokens.stream()
                .noneMatch(token -> token.kind() == TokenKind.ERROR
                        || (token.kind() == TokenKind.OPEN_BRACKET || token.kind() == TokenKind.CLOSE_BRACKET)
                                && token.partner() == Token.NONE
                        || isText(token.kind()) && !token.closed());
        return closed && !tree.toString().contains("<error>");
    }

    private static boolean isText(TokenKind kind) {
        return kind == TokenKind.STRING || kind == TokenKind.TEXT_BLOCK || kind == TokenKind.CHARACTER;
    }

    private static int depth(TreePath path) {
        int depth = 0;
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            depth++;
        }
        return depth;
    }

    /** Goes where values are, past the names of types and methods. Lambdas have no type by themselves. */
    private final class Expressions extends TreePathScanner<Void, List<TreePath>> {

        @Override
        public Void scan(Tree tree, List<TreePath> found) {
            boolean typed = !(tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree);
            if (typed && tree instanceof ExpressionTree && !(tree instanceof ErroneousTree)) {
                found.add(new TreePath(getCurrentPath(), tree));
            }
            return super.scan(tree, found);
        }

        @Override
        public Void visitErroneous(ErroneousTree tree, List<TreePath> found) {
            return scan(tree.getErrorTrees(), found);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, List<TreePath> found) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                scan(select.getExpression(), found);
            }
            return scan(call.getArguments(), found);
        }

        @Override
        public Void visitNewClass(NewClassTree creation, List<TreePath> found) {
            scan(creation.getEnclosingExpression(), found);
            scan(creation.getArguments(), found);
            return creation.getClassBody() == null
                    ? null
                    : scan(creation.getClassBody().getMembers(), found);
        }

        @Override
        public Void visitNewArray(NewArrayTree array, List<TreePath> found) {
            scan(array.getDimensions(), found);
            return scan(array.getInitializers(), found);
        }

        @Override
        public Void visitTypeCast(TypeCastTree cast, List<TreePath> found) {
            return scan(cast.getExpression(), found);
        }

        @Override
        public Void visitInstanceOf(InstanceOfTree test, List<TreePath> found) {
            return scan(test.getExpression(), found);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, List<TreePath> found) {
            return scan(lambda.getBody(), found);
        }

        @Override
        public Void visitVariable(VariableTree variable, List<TreePath> found) {
            return scan(variable.getInitializer(), found);
        }

        @Override
        public Void visitMethod(MethodTree method, List<TreePath> found) {
            return scan(method.getBody(), found);
        }

        @Override
        public Void visitClass(ClassTree type, List<TreePath> found) {
            return scan(type.getMembers(), found);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, List<TreePath> found) {
            return null;
        }

        @Override
        public Void visitParameterizedType(ParameterizedTypeTree type, List<TreePath> found) {
            return null;
        }
    }
}
