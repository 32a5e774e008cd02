package dev.tutti.kernel.compile;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import dev.tutti.kernel.compile.SnippetPlace.Kind;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;

/** Tells what the snippets of a step are, by their form alone: names in them need not mean anything yet. */
final class SnippetPlaces {

    private final SnippetSplitter splitter;

    SnippetPlaces(SourceCodeAnalysis analysis) {
        this.splitter = new SnippetSplitter(analysis);
    }

    /** @return none if the step cannot be cut */
    List<SnippetPlace> of(JavaStep step) {
        try {
            return splitter.split(step).stream().map(SnippetPlaces::place).toList();
        } catch (CellRejected e) {
            return List.of();
        }
    }

    private static SnippetPlace place(SnippetText snippet) {
        List<JavaToken> tokens = snippet.tokens();
        boolean closed = snippet.endsWithSemicolon() && tokens.size() > 1;
        int end = tokens.get(tokens.size() - (closed ? 2 : 1)).end();
        String text = SnippetSplitter.withoutUnderscores(snippet.source(), tokens)
                .substring(snippet.first().start(), end);
        int start = snippet.offsetInCell() + snippet.first().start();
        Optional<JavaToken> variable =
                lastVariable(text).flatMap(name -> initialised(tokens, name)).or(() -> assigned(snippet));
        if (variable.isPresent()) {
            int name = snippet.offsetInCell() + variable.get().start();
            return new SnippetPlace(
                    Kind.VARIABLE, name, name + variable.get().text().length());
        }
        Kind kind = snippet.isAssignment() || !isExpression(text) ? Kind.OTHER : Kind.EXPRESSION;
        return new SnippetPlace(kind, start, snippet.offsetInCell() + end);
    }

    private static boolean isExpression(String text) {
        return SourceTrees.flawless("class C { Object o = (\n" + text + "\n); }")
                .isPresent();
    }

    private static Optional<String> lastVariable(String text) {
        return SourceTrees.flawless("class C { void m() {\n" + text + "\n;} }")
                .flatMap(trees -> trees.type(List.of("C")))
                .flatMap(SnippetPlaces::lastVariable);
    }

    private static Optional<String> lastVariable(ClassTree type) {
        BlockTree body = ((MethodTree) type.getMembers().getFirst()).getBody();
        List<? extends StatementTree> statements = body.getStatements();
        return statements.stream()
                .filter(statement -> statement instanceof VariableTree)
                .map(statement -> ((VariableTree) statement).getName().toString())
                .reduce((_, last) -> last);
    }

    /** The name that an assignment begins with; what else it may assign to could change where it is asked for again. */
    private static Optional<JavaToken> assigned(SnippetText snippet) {
        boolean name = snippet.first().isWord()
                && snippet.tokens().size() > 2
                && snippet.tokens().get(1).text().endsWith("=");
        return name && snippet.isAssignment() ? Optional.of(snippet.first()) : Optional.empty();
    }

    /** Where a name stands before an equals sign. */
    private static Optional<JavaToken> initialised(List<JavaToken> tokens, String name) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(name) && tokens.get(i + 1).is("=")) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }
}
