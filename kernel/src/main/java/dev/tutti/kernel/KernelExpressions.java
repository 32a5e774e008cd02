package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.Expression;
import dev.tutti.kernel.compile.ExpressionQuestions;
import dev.tutti.kernel.compile.ExpressionType;
import dev.tutti.kernel.compile.Introduction;
import dev.tutti.kernel.compile.Introduction.Impossible;
import dev.tutti.kernel.compile.Introduction.Introduced;
import dev.tutti.kernel.compile.JavaStep;
import dev.tutti.kernel.compile.Surrounding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about expressions, answered by the compiler of the session for the Java in its place. */
final class KernelExpressions implements ExpressionAssist {

    private static final Impossible NO_JAVA = new Impossible("There is no Java here.");

    /** What javac says of checked exceptions. */
    private static final Pattern UNREPORTED = Pattern.compile("unreported exception ([\\w.]+)");

    private static final String NO_PARAMETERS = "() {";

    private static final List<EngineId> HERE = List.of(EngineId.LOCAL);

    private final Kernel.Parts parts;
    private final Session session;
    private final JavaOfCell code;

    KernelExpressions(Kernel.Parts parts, JavaOfCell code) {
        this.parts = parts;
        this.session = parts.session();
        this.code = code;
    }

    private Optional<ExpressionQuestions> questions() {
        return session.compiler().ready().map(compiler -> compiler.analysis().expressions());
    }

    @Override
    public List<Expression> at(String cell, int cursor, Duration deadline) {
        return questions()
                .flatMap(ask -> code.at(cell, cursor).map(java -> ask.at(java, cursor, deadline)))
                .orElse(List.of());
    }

    @Override
    public Optional<ExpressionType> type(String cell, Expression expression, Duration deadline) {
        return questions()
                .flatMap(ask -> code.at(cell, expression.end()).flatMap(java -> ask.type(java, expression, deadline)));
    }

    @Override
    public Introduction variable(String cell, Expression expression, Duration deadline) {
        return questions()
                .flatMap(ask -> code.at(cell, expression.end()).map(java -> ask.variable(java, expression, deadline)))
                .orElse(NO_JAVA);
    }

    @Override
    public Introduction method(String cell, int cursor, Duration deadline) {
        return questions()
                .flatMap(ask -> code.at(cell, cursor).map(java -> ask.method(java, deadline)))
                .map(made -> made instanceof Introduced introduced ? withExceptions(introduced) : made)
                .orElse(NO_JAVA);
    }

    @Override
    public Evaluation evaluation(String cell, Expression expression, Duration deadline) {
        boolean gives = type(cell, expression, deadline)
                .filter(known -> !known.isVoid())
                .isPresent();
        String leave = "dev.tutti.client.ShownValue.leave("
                + parts.config().width().getAsInt() + ", " + session.display().digits() + ", ";
        return new KernelEvaluation(
                parts,
                new JavaStep(
                        cell,
                        expression.start(),
                        expression.end(),
                        session.places().newestResult(HERE),
                        gives ? new Surrounding(leave, ")") : Surrounding.NONE));
    }

    /** A cell may throw what it likes, a method has to say so. */
    private Introduced withExceptions(Introduced method) {
        int body = method.cell().indexOf(NO_PARAMETERS, method.places().getFirst());
        Optional<String> thrown = code.at(method.cell(), method.places().getFirst())
                .flatMap(java -> session.compiler()
                        .ready()
                        .flatMap(compiler -> unreported(
                                compiler, new JavaStep(method.cell(), java.start(), java.end(), OptionalInt.empty()))));
        if (thrown.isEmpty() || body < 0) {
            return method;
        }
        int brace = body + NO_PARAMETERS.length() - 1;
        String cell = method.cell().substring(0, brace) + "throws " + thrown.get() + " "
                + method.cell().substring(brace);
        return new Introduced(cell, method.name(), method.places(), method.imports());
    }

    private Optional<String> unreported(CellCompiler compiler, JavaStep step) {
        return compiler.check(session.nextCell(), List.of(step)).stream()
                .map(Diagnostic::message)
                .map(UNREPORTED::matcher)
                .filter(Matcher::find)
                .map(found -> written(found.group(1)))
                .findFirst();
    }

    private static String written(String exception) {
        String from = exception.substring(0, exception.lastIndexOf('.') + 1);
        boolean known = from.equals("java.lang.") || StandardImports.ALL.contains(from + "*");
        return known ? exception.substring(from.length()) : exception;
    }
}
