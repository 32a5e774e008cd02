package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Objects;

/**
 * What a name means in some place, for the menu: all overloads in one.
 *
 * @param kind what it is
 * @param detail its signature or type: {@code (int, int) String  (+2 more)}
 */
record Member(Candidate.Kind kind, String detail) {

    Member {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** A method of the session by its signatures. */
    static Member method(List<String> signatures) {
        return method(Candidate.Kind.METHOD, TypeText.simple(signatures.getFirst()), signatures.size());
    }

    /** The first signature, and how many there are besides. */
    static Member method(Candidate.Kind kind, String firstSignature, int count) {
        return new Member(kind, count > 1 ? "%s  (+%d more)".formatted(firstSignature, count - 1) : firstSignature);
    }
}
