package dev.tutti.kernel.compile;

import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * The static types of expressions in the middle of a cell. JShell's own question for types takes whole snippets only;
 * its question for documentation takes a place in any text and answers {@code name:type} for a variable. So an
 * expression is made the value of a variable, inside of a lambda where a statement cannot stand, and that variable is
 * asked for.
 *
 * <p>Used by the analysis thread only. Answers are kept, because Tab is often pressed several times behind one dot.
 */
final class StaticTypes {

    private static final int KEPT = 100;

    private record Asked(String text, SessionView session) {}

    private final LockedJShell jshell;
    private final Map<Asked, Optional<StaticType>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Optional<StaticType>> eldest) {
            return size() > KEPT;
        }
    };

    StaticTypes(LockedJShell jshell) {
        this.jshell = jshell;
    }

    /** The type of the expression before the dot at the end of a context's snippet. */
    Optional<StaticType> ofReceiver(CellContext context, Asking asking) {
        CursorPlace place = CursorPlace.atEndOf(context.snippet());
        int start = place.receiverStart();
        if (start < 0) {
            return Optional.empty();
        }
        return place.receiverIsName()
                ? ask(context.textWith(start, place.receiver()), asking)
                : ofValue(context, start, place.receiver(), asking);
    }

    /** The type of an expression that stands at the end of a context, which ends before it. */
    Optional<StaticType> at(CellContext context, String expression, Asking asking) {
        int start = context.snippet().length();
        return isName(expression)
                ? ask(context.textWith(start, expression), asking)
                : ofValue(context, start, expression, asking).or(() -> ofCall(context, expression, asking));
    }

    /** A call that gives no value is none of a variable; its method says so. */
    private Optional<StaticType> ofCall(CellContext context, String expression, Asking asking) {
        if (!expression.endsWith(")")) {
            return Optional.empty();
        }
        String open = context.text() + expression.substring(0, expression.length() - 1);
        List<Documentation> methods = jshell.analyse(asking.nanos(), analysis -> headers(analysis, open))
                .orElse(List.of());
        boolean nothing = !methods.isEmpty()
                && methods.stream().allMatch(method -> method.signature().startsWith("void "));
        return nothing ? Optional.of(StaticType.VOID) : Optional.empty();
    }

    private Optional<StaticType> ofValue(CellContext context, int start, String expression, Asking asking) {
        String before = context.snippet().substring(0, start);
        String asVariable = "var $r = " + expression + "; $r";
        if (beginsStatement(before)) {
            return ask(context.textWith(start, asVariable), asking);
        }
        int body = lambdaBody(before);
        return (body < 0 ? Optional.<StaticType>empty() : ask(context.textWith(body, " { " + asVariable), asking))
                .or(() -> ask(context.textWith(start, "(java.lang.Runnable) () -> { " + asVariable), asking));
    }

    /**
     * Where the body of the lambda begins that is an expression and still open at the end of a text; negative if there is
     * none. Its parameters may get their types from where it stands, and lose them inside of another lambda.
     */
    private static int lambdaBody(String before) {
        List<Token> tokens = CellContext.significant(before);
        boolean ended = false;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            String sign = token.in(before);
            if (token.kind() == TokenKind.CLOSE_BRACKET) {
                while (i > 0 && tokens.get(i).start() != token.partner()) {
                    i--;
                }
            } else if (sign.equals("{") || sign.equals(";")) {
                return Token.NONE;
            } else if (token.kind() == TokenKind.OPEN_BRACKET) {
                ended = false;
            } else if (sign.equals("->") && !ended) {
                return token.end();
            } else {
                ended |= sign.equals(",");
            }
        }
        return Token.NONE;
    }

    /** The type of an expression that stands alone. */
    Optional<StaticType> of(String expression, Asking asking) {
        return ask(isName(expression) ? expression : "var $r = " + expression + "; $r", asking);
    }

    private static boolean isName(String expression) {
        return SourceVersion.isName(expression);
    }

    private static boolean beginsStatement(String before) {
        String text = before.stripTrailing();
        return text.isEmpty() || text.endsWith(";") || text.endsWith("{") || text.endsWith("}");
    }

    private Optional<StaticType> ask(String text, Asking asking) {
        Asked asked = new Asked(text, asking.session());
        Optional<StaticType> known = answers.get(asked);
        if (known != null) {
            return known;
        }
        Optional<List<Documentation>> headers = jshell.analyse(asking.nanos(), analysis -> headers(analysis, text));
        Optional<StaticType> answer = headers.flatMap(list -> list.stream().findFirst())
                .map(header -> StaticType.ofHeader(header.signature()));
        if (headers.isPresent()) {
            answers.put(asked, answer);
        }
        return answer;
    }

    private static List<Documentation> headers(SourceCodeAnalysis analysis, String text) {
        return analysis.documentation(text, text.length(), false);
    }

    /**
     * Who asks.
     *
     * @param nanos how long the lock may be waited for
     * @param session what was declared when the question began
     */
    record Asking(long nanos, SessionView session) {}
}
