package dev.tutti.shell.line;

import dev.tutti.kernel.Evaluation;
import dev.tutti.kernel.ExpressionAssist;
import dev.tutti.kernel.ExpressionValue;
import dev.tutti.kernel.compile.Expression;
import dev.tutti.kernel.compile.ExpressionType;
import dev.tutti.kernel.compile.Introduction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A kernel for which the word before the cursor and the whole text are expressions, each as many characters long. */
final class FakeExpressions implements ExpressionAssist {

    @Override
    public List<Expression> at(String cell, int cursor, Duration deadline) {
        List<Expression> found = new ArrayList<>();
        int word = cell.lastIndexOf(' ', cursor - 1) + 1;
        if (word < cursor) {
            found.add(new Expression(word, cursor));
        }
        if (word > 0) {
            found.add(new Expression(0, cell.length()));
        }
        return found;
    }

    @Override
    public Optional<ExpressionType> type(String cell, Expression expression, Duration deadline) {
        int length = expression.end() - expression.start();
        return cell.startsWith("unknown")
                ? Optional.empty()
                : Optional.of(new ExpressionType("Of<" + length + ">", true, List.of("a.b.Of")));
    }

    @Override
    public Introduction variable(String cell, Expression expression, Duration deadline) {
        if (cell.startsWith("void")) {
            return new Introduction.Impossible("This gives no value.");
        }
        String lead = "Of it = " + expression.in(cell) + ";\n";
        String text = lead + cell.substring(0, expression.start()) + "it" + cell.substring(expression.end());
        return new Introduction.Introduced(
                text, "it", List.of(3, lead.length() + expression.start()), List.of("a.b.Of"));
    }

    @Override
    public Introduction method(String cell, int cursor, Duration deadline) {
        return new Introduction.Introduced("Of it() { return " + cell + "; }", "it", List.of(3), List.of());
    }

    /** One that begins with {@code endless} ends when it is stopped. */
    @Override
    public Evaluation evaluation(String cell, Expression expression, Duration deadline) {
        CountDownLatch stopped = new CountDownLatch(expression.in(cell).startsWith("endless") ? 1 : 0);
        return new Evaluation() {
            @Override
            public ExpressionValue run() {
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    return new ExpressionValue.Failed("", "It was interrupted.");
                }
                return new ExpressionValue.Shown("printed\n", "a.Kind", List.of("value of " + expression.in(cell)));
            }

            @Override
            public void stop() {
                stopped.countDown();
            }
        };
    }
}
