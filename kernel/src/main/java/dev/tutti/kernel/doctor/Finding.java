package dev.tutti.kernel.doctor;

import java.util.Objects;

/** What was found about one part of an installation. */
public sealed interface Finding {

    /** The part, in a word or two: {@code history}. */
    String subject();

    /** How it is, as it should be. @param fact without a full stop */
    record Good(String subject, String fact) implements Finding {
        public Good {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(fact, "fact");
        }
    }

    /** What is wrong. @param what a sentence @param remedy a sentence: what to do */
    record Problem(String subject, String what, String remedy) implements Finding {
        public Problem {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
