package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.Introduction.Impossible;
import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is asked about the expressions of a cell that is being typed: where they are, of which type, how they get names.
 * Runs no user code. Any thread may ask, as of {@link CodeAnalysis}, which has the thread that answers.
 */
public final class ExpressionQuestions {

    private static final Introduction NO_TIME =
            new Impossible("The compiler is busy. Press the keys again in a moment.");

    private final AnalysisThread thread;
    private final LockedJShell jshell;
    private final StaticTypes staticTypes;
    private final KnownTypes knownTypes;

    ExpressionQuestions(AnalysisThread thread, LockedJShell jshell, StaticTypes staticTypes, KnownTypes knownTypes) {
        this.thread = thread;
        this.jshell = jshell;
        this.staticTypes = staticTypes;
        this.knownTypes = knownTypes;
    }

    /**
     * The expressions at the cursor, in the order in which they may be meant: the largest that ends there, if one does,
     * else the innermost around it; then each larger one.
     */
    public List<Expression> at(CodeInCell code, int cursor, Duration deadline) {
        return ask(
                List.of(),
                deadline,
                answer -> snippet(code, cursor, answer)
                        .map(snippet -> expressions(snippet, cursor))
                        .orElse(List.of()));
    }

    private static List<Expression> expressions(SnippetText snippet, int cursor) {
        int offset = snippet.offsetInCell();
        SnippetTree tree = SnippetTree.parse(snippet.source());
        return tree.at(Math.clamp(cursor - offset, 0, snippet.source().length())).stream()
                .map(path -> new Expression(offset + tree.start(path.getLeaf()), offset + tree.end(path.getLeaf())))
                .distinct()
                .toList();
    }

    /** The static type of an expression; empty if it has none by itself, as a lambda, or does not compile. */
    public Optional<ExpressionType> type(CodeInCell code, Expression expression, Duration deadline) {
        return ask(Optional.empty(), deadline, answer -> typeOf(code, expression, answer));
    }

    /** The cell with a variable in front of the statement, which takes the value of an expression. */
    public Introduction variable(CodeInCell code, Expression expression, Duration deadline) {
        return ask(NO_TIME, deadline, answer -> {
            Optional<SnippetText> snippet = snippet(code, expression.end(), answer);
            Optional<ExpressionType> type = typeOf(code, expression, answer);
            return snippet.isEmpty() || type.isEmpty()
                    ? new Impossible("The compiler knows no type of this, so no variable can take its value.")
                    : new VariableIntroduction(code, snippet.get(), names(answer)).of(expression, type.get());
        });
    }

    /** The step as a method: an expression is what it returns, statements are its body. */
    public Introduction method(CodeInCell code, Duration deadline) {
        return ask(
                NO_TIME,
                deadline,
                answer -> new MethodIntroduction(code, names(answer))
                        .of(snippets(code, answer), value -> typeOf(code, value, answer)));
    }

    private <T> T ask(T nothing, Duration deadline, Function<Answer<T>, T> question) {
        return thread.ask(deadline, nothing, (Answer<T> answer) -> answer.publish(question.apply(answer)))
                .known();
    }

    private VariableNames names(Answer<?> answer) {
        return new VariableNames(jshell.view(answer.remainingNanos()));
    }

    private List<SnippetText> snippets(CodeInCell code, Answer<?> answer) {
        return jshell.analyse(answer.remainingNanos(), analysis -> {
                    try {
                        return new SnippetSplitter(analysis).split(code.step());
                    } catch (CellRejected nestedTooDeeply) {
                        return List.<SnippetText>of();
                    }
                })
                .orElse(List.of());
    }

    /** The last snippet that begins before the cursor. */
    private Optional<SnippetText> snippet(CodeInCell code, int cursor, Answer<?> answer) {
        return snippets(code, answer).stream()
                .filter(snippet -> snippet.offsetInCell() <= cursor)
                .reduce((_, later) -> later);
    }

    private Optional<ExpressionType> typeOf(CodeInCell code, Expression expression, Answer<?> answer) {
        Asking asking = new Asking(answer.remainingNanos(), jshell.view(answer.remainingNanos()));
        String before = code.java().substring(0, expression.start());
        return jshell.analyse(asking.nanos(), analysis -> knownTypes.qualify(CellContext.of(analysis, before)))
                .flatMap(context -> staticTypes
                        .at(context, expression.in(code.java()), asking)
                        .filter(type -> !type.namesType())
                        .map(type -> new WrittenType(knownTypes, asking.session(), context.imports()).of(type.type())));
    }
}
