package dev.tutti.kernel.fold;

import java.util.Objects;

/**
 * How what came of a step is shown.
 *
 * @param grouping what stands together
 * @param look whether and how what is equal is made one
 * @param traces how much of errors
 */
public record Presentation(Grouping grouping, Look look, TraceMode traces) {

    /** What is done with results and outputs of several engines. */
    public enum Look {
        /** Equal ones are shown once, with the engines' numbers. */
        FOLDED,
        /** Each is shown by itself. */
        UNFOLDED,
        /** The most frequent is shown; the others by what differs from it. */
        DIFFERENCES,
        /** Numeric results are shown by their distribution, all else as folded. */
        SUMMARY
    }

    /** By type, folded. */
    public static final Presentation PLAIN = new Presentation(Grouping.TYPE, Look.FOLDED);

    public Presentation {
        Objects.requireNonNull(grouping, "grouping");
        Objects.requireNonNull(look, "look");
        Objects.requireNonNull(traces, "traces");
        if (!fit(grouping, look)) {
            throw new IllegalArgumentException(look + " cannot be shown by " + grouping);
        }
    }

    /** With traces in context. */
    public Presentation(Grouping grouping, Look look) {
        this(grouping, look, TraceMode.CONTEXT);
    }

    /** The same with more or less of errors. */
    public Presentation traced(TraceMode mode) {
        return new Presentation(grouping, look, mode);
    }

    /** Whether a look can be had with a grouping: engines are compared only where they stand side by side. */
    public static boolean fit(Grouping grouping, Look look) {
        return switch (look) {
            case FOLDED, UNFOLDED -> true;
            case DIFFERENCES -> grouping == Grouping.TYPE;
            case SUMMARY -> grouping != Grouping.ENGINE;
        };
    }

    /** Grouped otherwise; folded if the look does not go with that. */
    public Presentation by(Grouping otherwise) {
        return new Presentation(otherwise, fit(otherwise, look) ? look : Look.FOLDED, traces);
    }
}
