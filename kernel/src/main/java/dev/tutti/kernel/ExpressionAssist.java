package dev.tutti.kernel;

import dev.tutti.kernel.compile.Expression;
import dev.tutti.kernel.compile.ExpressionType;
import dev.tutti.kernel.compile.Introduction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a front end may ask about the expressions of a cell that is being typed: whole cell text in, magics and all.
 * Only an {@link Evaluation} runs user code. Any thread.
 */
public interface ExpressionAssist {

    /**
     * The expressions at the cursor, in the order in which they may be meant: the largest that ends right there, if one
     * does, else the innermost around it; then each larger one. None outside of Java.
     */
    List<Expression> at(String cell, int cursor, Duration deadline);

    /** The static type of one of them; empty if it has none by itself, as a lambda, or does not compile. */
    Optional<ExpressionType> type(String cell, Expression expression, Duration deadline);

    /** The cell with a variable that takes the value of one of them. */
    Introduction variable(String cell, Expression expression, Duration deadline);

    /** The cell with its Java at the cursor as a method. */
    Introduction method(String cell, int cursor, Duration deadline);

    /** What computes one of them at local, once it is told to. */
    Evaluation evaluation(String cell, Expression expression, Duration deadline);
}
