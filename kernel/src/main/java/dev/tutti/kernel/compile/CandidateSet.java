package dev.tutti.kernel.compile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Candidates for one place, overloads merged, by their text. */
final class CandidateSet {

    private final Comparator<Candidate> bestFirst = Comparator.comparing(
                    (Candidate candidate) -> !candidate.imports().isEmpty())
            .thenComparing(this::match)
            .thenComparing((Candidate candidate) -> !candidate.matchesType())
            .thenComparing(Candidate::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Candidate::text);

    private final CursorPlace place;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    CandidateSet(CursorPlace place) {
        this.place = place;
    }

    /** What the text itself and the session as last seen declare, and the words of the language. */
    static CandidateSet byTextAlone(String java, CursorPlace place, SessionView session) {
        CandidateSet found = new CandidateSet(place);
        if (place.kind() == CursorPlace.Kind.NAME) {
            found.addDeclaredIn(java);
            session.variables()
                    .forEach((name, type) ->
                            found.add(name, new Member(Candidate.Kind.VARIABLE, TypeText.simple(type)), true));
            session.methods()
                    .forEach(
                            (name, signatures) -> found.add(callOf(name, signatures), Member.method(signatures), true));
            session.types().forEach((name, header) -> found.add(name, new Member(Candidate.Kind.TYPE, header), true));
            found.addKeywords();
        }
        return found;
    }

    /** Adds a name that the compiler suggests, with a kind guessed from its spelling. */
    void addSuggested(String text, boolean matchesType) {
        Candidate candidate = new Candidate(text, guessedKind(text), "", matchesType);
        candidates.merge(text, candidate, (one, other) -> one.matchesType() ? one : other);
    }

    /** Adds a name if it begins as what is typed does and is not there yet. */
    void add(String text, Member what, boolean matchesType) {
        if (text.startsWith(place.prefix())) {
            candidates.putIfAbsent(text, new Candidate(text, what.kind(), what.detail(), matchesType));
        }
    }

    /** Adds a type that is not imported; several may have the same simple name. */
    void addToImport(String simple, String qualified) {
        String from = qualified.substring(0, qualified.lastIndexOf('.'));
        candidates.putIfAbsent(
                qualified, new Candidate(simple, Candidate.Kind.TYPE, from + ", imports it", false, qualified));
    }

    /** Adds a name that the compiler suggests where nothing is typed, if it answers to what is typed here. */
    void addLike(String text, boolean matchesType) {
        if (NameMatch.of(place.prefix(), text) != NameMatch.NONE) {
            addSuggested(text, matchesType);
        }
    }

    private NameMatch match(Candidate candidate) {
        return NameMatch.of(place.prefix(), candidate.text());
    }

    void addDeclaredIn(String java) {
        DeclaredNames.in(java, place.prefixStart()).forEach((name, what) -> {
            boolean callKnown = candidates.containsKey(name + ")");
            if (!callKnown) {
                add(name, what, true);
            }
        });
    }

    void addKeywords() {
        if (!place.prefix().isEmpty()) {
            Keywords.startingWith(place.prefix())
                    .forEach(word -> add(word, new Member(Candidate.Kind.KEYWORD, ""), false));
        }
    }

    /** Replaces each by what is known better about it. */
    void describe(Function<Candidate, Candidate> better) {
        candidates.replaceAll((text, candidate) -> better.apply(candidate));
    }

    List<Candidate> bestFirst() {
        return candidates.values().stream().sorted(bestFirst).toList();
    }

    private Candidate.Kind guessedKind(String text) {
        if (text.endsWith(".")) {
            return Candidate.Kind.PACKAGE;
        }
        if (text.endsWith("(") || text.endsWith("()")) {
            return place.kind() == CursorPlace.Kind.CONSTRUCTOR ? Candidate.Kind.TYPE : Candidate.Kind.METHOD;
        }
        if (Keywords.isReserved(text) || text.equals("module ")) {
            return Candidate.Kind.KEYWORD;
        }
        if (Character.isUpperCase(text.codePointAt(0)) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            return Candidate.Kind.TYPE;
        }
        return place.kind() == CursorPlace.Kind.MEMBER ? Candidate.Kind.FIELD : Candidate.Kind.VARIABLE;
    }

    private static String callOf(String name, List<String> signatures) {
        return signatures.stream().allMatch(signature -> signature.startsWith("()")) ? name + "()" : name + "(";
    }
}
