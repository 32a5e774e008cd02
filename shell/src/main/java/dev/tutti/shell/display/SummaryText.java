package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.kernel.fold.NumberSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The distribution of numbers as lines. */
final class SummaryText {

    private static final MathContext DIGITS = new MathContext(7);

    private SummaryText() {}

    static List<String> lines(NumberSummary summary) {
        return List.of(
                "  n       " + summary.count(),
                "  min     " + extreme(summary.min()),
                "  median  " + number(summary.median()),
                "  mean    " + number(summary.mean()),
                "  max     " + extreme(summary.max()),
                "  sd      " + number(summary.deviation()));
    }

    private static String extreme(NumberSummary.Extreme extreme) {
        return extreme.text() + "  (" + EngineRanges.named(extreme.engines()) + ")";
    }

    /** Seven digits, as plain as they go. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 12 ? rounded.toString() : rounded.toPlainString();
    }
}
