package dev.tutti.kernel.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        if (place.receiverIsName()) {
            return ask(context.textWith(start, place.receiver()), asking);
        }
        boolean statement = beginsStatement(context.snippet().substring(0, start));
        String asVariable = "var $r = " + place.receiver() + "; $r";
        String text = statement ? asVariable : "(java.lang.Runnable) () -> { " + asVariable;
        return ask(context.textWith(start, text), asking);
    }

    /** The type of an expression that stands alone. */
    Optional<StaticType> of(String expression, Asking asking) {
        boolean name = expression.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
        return ask(name ? expression : "var $r = " + expression + "; $r", asking);
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
