package dev.tutti.kernel.compile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file, parsed only: its types and members with their places. */
final class SourceTrees {

    private final String source;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;

    private SourceTrees(String source, CompilationUnitTree unit, Trees trees) {
        this.source = source;
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
    }

    /** A compilation unit, and what knows the places and comments of its parts. */
    record Parsed(CompilationUnitTree unit, Trees trees) {

        SourcePositions positions() {
            return trees.getSourcePositions();
        }
    }

    static SourceTrees parse(String source) {
        return of(source, parsed(source));
    }

    /** The trees of a source that the parser takes without an error. */
    static Optional<SourceTrees> flawless(String source) {
        AtomicBoolean flawed = new AtomicBoolean();
        Parsed parsed = parsed(source, diagnostic -> {
            if (diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                flawed.set(true);
            }
        });
        return flawed.get() ? Optional.empty() : Optional.of(of(source, parsed));
    }

    private static SourceTrees of(String source, Parsed parsed) {
        return new SourceTrees(source, parsed.unit(), parsed.trees());
    }

    /** Any text: what is no Java in it becomes an erroneous tree. */
    static Parsed parsed(String source) {
        return parsed(source, _ -> {});
    }

    private static Parsed parsed(String source, DiagnosticListener<JavaFileObject> listener) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("mem:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, listener, List.of("-proc:none"), null, List.of(file));
        try {
            return new Parsed(task.parse().iterator().next(), Trees.instance(task));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The type that these names lead to, outermost first. */
    Optional<ClassTree> type(List<String> names) {
        Optional<ClassTree> found = typeIn(unit.getTypeDecls(), names.getFirst());
        for (String name : names.subList(1, names.size())) {
            found = found.flatMap(outer -> typeIn(outer.getMembers(), name));
        }
        return found;
    }

    private static Optional<ClassTree> typeIn(List<? extends Tree> trees, String name) {
        return trees.stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** All members of this name, and constructors if it is the type's own; for a component of a record, the record. */
    List<Tree> members(ClassTree type, String name) {
        return type.getMembers().stream()
                .filter(member -> name(member, type).equals(name))
                .map(member -> isComponent(member, type) ? type : member)
                .toList();
    }

    private static boolean isComponent(Tree member, ClassTree owner) {
        return owner.getKind() == Tree.Kind.RECORD
                && member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    static String name(Tree member, ClassTree owner) {
        return switch (member) {
            case MethodTree method
            when method.getReturnType() == null -> owner.getSimpleName().toString();
            case MethodTree method -> method.getName().toString();
            case VariableTree field -> field.getName().toString();
            case ClassTree nested -> nested.getSimpleName().toString();
            default -> "";
        };
    }

    /** The source of a tree with the Javadoc in front of it, its lines indented as little as possible. */
    String text(Tree tree) {
        int start = (int) positions.getStartPosition(unit, tree);
        int end = (int) positions.getEndPosition(unit, tree);
        int lineStart = source.lastIndexOf('\n', javadocStart(start)) + 1;
        return source.substring(lineStart, end).stripIndent();
    }

    /** What is said in the comment before a tree, Markdown too. */
    ElementComment comment(Tree tree) {
        String text = trees.getDocComment(TreePath.getPath(unit, tree));
        List<String> parameters = tree instanceof MethodTree method
                ? method.getParameters().stream()
                        .map(parameter -> String.valueOf(parameter.getType()))
                        .toList()
                : List.of();
        return new ElementComment(parameters, text == null ? "" : text.strip());
    }

    private int javadocStart(int start) {
        int open = source.lastIndexOf("/**", start);
        if (open < 0) {
            return start;
        }
        List<Token> between = JavaLexer.tokens(source.substring(open, start));
        boolean onlyJavadoc = between.getFirst().kind() == TokenKind.JAVADOC
                && between.stream().noneMatch(token -> token.kind().isSignificant());
        return onlyJavadoc ? open : start;
    }

    static String signature(MethodTree method) {
        String parameters = method.getParameters().stream()
                .map(parameter -> TypeText.simple(String.valueOf(parameter.getType())))
                .collect(Collectors.joining(", ", "(", ")"));
        return method.getReturnType() == null
                ? parameters
                : parameters + " " + TypeText.simple(method.getReturnType().toString());
    }
}
