package dev.tutti.kernel.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What in Java leads from the expression that was browsed to an object.
 *
 * @param root the expression
 * @param steps what stands behind it, one for each level
 */
record JavaPath(String root, List<Step> steps) {

    /** Names and calls without arguments, to which a dot may be added. */
    private static final Pattern PRIMARY = Pattern.compile("[\\p{L}_$][\\w.$]*(\\(\\))?");

    /**
     * From an object to one of its parts.
     *
     * @param access what stands behind the object; empty if nothing in Java gets the part
     * @param on the type that the object must have for that
     */
    record Step(String access, String on) {}

    JavaPath {
        steps = List.copyOf(steps);
    }

    /** The way to an object itself. */
    static JavaPath of(String expression) {
        return new JavaPath(expression, List.of());
    }

    /** One level on. */
    JavaPath with(String access, String on) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(access, on));
        return new JavaPath(root, longer);
    }

    /** As one would write it if every static type were the object's own; empty if no Java leads there. */
    Optional<String> brief() {
        StringBuilder text = new StringBuilder(start());
        for (Step step : steps) {
            if (step.access().isEmpty()) {
                return Optional.empty();
            }
            text.append(step.access());
        }
        return Optional.of(text.toString());
    }

    /** The same with the casts that it needs; empty if no Java leads there. @param compiles whether an expression does */
    Optional<String> exact(Predicate<String> compiles) {
        String text = start();
        for (Step step : steps) {
            String plain = text + step.access();
            String cast = "((" + step.on() + ") " + text + ")" + step.access();
            if (step.access().isEmpty()) {
                return Optional.empty();
            } else if (compiles.test(plain)) {
                text = plain;
            } else if (compiles.test(cast)) {
                text = cast;
            } else {
                return Optional.empty();
            }
        }
        return steps.isEmpty() && !compiles.test(text) ? Optional.empty() : Optional.of(text);
    }

    private String start() {
        return steps.isEmpty() || PRIMARY.matcher(root).matches() ? root : "(" + root + ")";
    }
}
