package dev.tutti.kernel.export;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Tells what a piece of Java is, by its form alone. */
final class PieceReader {

    private static final Pattern IMPORT = Pattern.compile("(?:\\s|//[^\n]*\n|/\\*(?s:.*?)\\*/)*import\\s+([^;]+)");

    private PieceReader() {}

    /** Empty if it is nothing that could stand in a class. */
    static Optional<Part> read(Piece.Java piece) {
        String whole = piece.whole();
        Matcher imported = IMPORT.matcher(whole);
        if (imported.lookingAt()) {
            return Optional.of(new Part.Import(imported.group(1).strip().replaceAll("\\s+", " ")));
        }
        Optional<Part> member = ParsedText.of(whole).flatMap(PieceReader::member);
        if (member.isPresent()) {
            return member;
        }
        Optional<Part> shown = piece.isShown() ? shown(piece.source()) : Optional.empty();
        if (shown.isPresent()) {
            return shown;
        }
        Optional<ParsedText> body = ParsedText.of("void m() {" + whole + "\n}");
        if (body.isPresent()) {
            return Optional.of(
                    body.get().statements().getFirst() instanceof VariableTree
                            ? variables(body.get(), body.get().statements())
                            : new Part.Statement(List.of(whole.strip())));
        }
        String value = whole.strip().replaceFirst(";$", "");
        return value(value).map(found -> new Part.Statement(List.of(found.lead() + "var _ = " + found.java() + ";")));
    }

    private static Optional<Part> member(ParsedText parsed) {
        List<? extends Tree> members = parsed.members();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        return switch (members.getFirst()) {
            case MethodTree method -> Optional.of(method(parsed, method));
            case ClassTree type -> Optional.of(type(parsed, type));
            case VariableTree _ -> Optional.of(variables(parsed, members));
            default -> Optional.empty();
        };
    }

    private static Part method(ParsedText parsed, MethodTree method) {
        String parameters = method.getParameters().stream()
                .map(parameter -> String.valueOf(parameter.getType()))
                .collect(Collectors.joining(",", "(", ")"));
        boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
        String name = method.getName().toString();
        return new Part.Member(name, name + parameters, text(parsed, method, isStatic ? "" : "static "));
    }

    private static Part type(ParsedText parsed, ClassTree type) {
        boolean isStatic = type.getKind() != Tree.Kind.CLASS
                || type.getModifiers().getFlags().contains(Modifier.STATIC);
        String name = type.getSimpleName().toString();
        return new Part.Member(name, name, text(parsed, type, isStatic ? "" : "static "));
    }

    /** The declaration with the comments above it. */
    private static String text(ParsedText parsed, Tree tree, String modifier) {
        return parsed.lead(tree) + modifier + parsed.text(tree);
    }

    private static Part variables(ParsedText parsed, List<? extends Tree> declarations) {
        List<Part.Variable> variables = new ArrayList<>();
        for (Tree declaration : declarations) {
            if (declaration instanceof VariableTree variable) {
                variables.add(variable(parsed, variable));
            }
        }
        return new Part.Variables(parsed.lead(declarations.getFirst()), variables);
    }

    private static Part.Variable variable(ParsedText parsed, VariableTree variable) {
        String type = variable.getType() == null ? "var" : variable.getType().toString();
        ExpressionTree initializer = variable.getInitializer();
        String value = initializer == null ? "" : parsed.text(initializer);
        boolean bare = initializer instanceof NewArrayTree array && array.getType() == null;
        return new Part.Variable(type, variable.getName().toString(), bare ? "new " + type + " " + value : value);
    }

    /** An expression. @param lead the comments above it */
    private record Value(String lead, String java, ExpressionTree tree) {}

    private static Optional<Value> value(String source) {
        String head = "Object x = ";
        Optional<ParsedText> parsed = ParsedText.of(head + source + "\n;");
        if (parsed.isEmpty()
                || parsed.get().members().size() != 1
                || !(parsed.get().members().getFirst() instanceof VariableTree variable)) {
            return Optional.empty();
        }
        ExpressionTree value = variable.getInitializer();
        String lead = parsed.get().lead(value).substring(head.length()).stripLeading();
        return Optional.of(new Value(lead, parsed.get().text(value), value));
    }

    /** A value that a shell shows is printed, if it is one. */
    private static Optional<Part> shown(String source) {
        return value(source).map(value -> {
            String statement = value.lead() + value.java() + ";";
            return new Part.Statement(
                    value.tree() instanceof AssignmentTree || value.tree() instanceof CompoundAssignmentTree
                            ? List.of(statement)
                            : List.of(value.lead() + "System.out.println(" + value.java() + ");", statement));
        });
    }
}
