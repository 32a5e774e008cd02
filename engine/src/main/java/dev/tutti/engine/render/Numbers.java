package dev.tutti.engine.render;

import dev.tutti.engine.wire.RenderLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers with as many digits behind the point as the user wants to see. */
final class Numbers {

    private static final double LARGE = 1e15;

    private Numbers() {}

    /** A number as it is shown; what has no fraction has all its digits. */
    static String text(Object number, int digits) {
        if (digits == RenderLimits.ALL_DIGITS) {
            return number.toString();
        }
        return switch (number) {
            case Double d -> fraction(d, digits);
            case Float f -> fraction(f, digits);
            case BigDecimal b
            when b.scale() > digits ->
                b.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
            default -> number.toString();
        };
    }

    /** Small numbers keep their digits by a power of ten, large ones have one anyway. */
    private static String fraction(double number, int digits) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        double amount = Math.abs(number);
        boolean lost = amount != 0 && amount < Math.pow(10, -digits);
        return String.format(Locale.ROOT, "%." + digits + (lost || amount >= LARGE ? "e" : "f"), number);
    }
}
