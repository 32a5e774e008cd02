package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Completion: JShell says which names fit, the type tables say what they are. An answer grows in steps, each
 * published: names that the text and the session are known to declare, then JShell's, then all with kinds and
 * signatures. Used by the analysis thread, but for {@link #byTextAlone}.
 */
final class CandidateFinder {

    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "clone()",
            "equals(",
            "finalize()",
            "getClass()",
            "hashCode()",
            "notify()",
            "notifyAll()",
            "toString()",
            "wait(",
            "wait()");

    private static final int LEAST_TO_IMPORT = 3;
    private static final int MOST_TO_IMPORT = 12;

    /** With fewer characters, too many names would be like them. */
    private static final int LEAST_LIKENESS = 2;

    /** What JShell answered; the last so many characters before the cursor are what its suggestions replace. */
    private record Raw(CellContext context, List<Suggestion> suggestions, int replaced) {}

    private final LockedJShell jshell;
    private final StaticTypes staticTypes;
    private final KnownTypes knownTypes;
    private final WantedConstants constants;
    private final SessionTypes sessionTypes = new SessionTypes();

    CandidateFinder(LockedJShell jshell, StaticTypes staticTypes, KnownTypes knownTypes) {
        this.jshell = jshell;
        this.staticTypes = staticTypes;
        this.knownTypes = knownTypes;
        this.constants = new WantedConstants(jshell, staticTypes, knownTypes);
    }

    /** What can be said at once and without the compiler. Any thread. */
    Completions byTextAlone(String java, int cursor) {
        CursorPlace place = CursorPlace.atEndOf(java.substring(0, cursor));
        List<Candidate> candidates =
                CandidateSet.byTextAlone(java, place, jshell.lastView()).bestFirst();
        return new Completions(place.prefixStart(), candidates, place.kind() != CursorPlace.Kind.LITERAL);
    }

    void find(String java, int cursor, Answer<Completions> answer) {
        String before = java.substring(0, cursor);
        CursorPlace place = CursorPlace.atEndOf(before);
        if (place.kind() == CursorPlace.Kind.LITERAL) {
            answer.publish(Completions.none(cursor));
            return;
        }
        jshell.analyse(answer.remainingNanos(), analysis -> suggested(analysis, before))
                .ifPresent(raw -> describe(java, place, raw, answer));
    }

    private Raw suggested(SourceCodeAnalysis analysis, String before) {
        CellContext context = knownTypes.qualify(CellContext.of(analysis, before));
        int[] anchor = new int[1];
        String text = context.text();
        List<Suggestion> suggestions = analysis.completionSuggestions(text, text.length(), anchor);
        return new Raw(context, suggestions, text.length() - anchor[0]);
    }

    private void describe(String java, CursorPlace place, Raw raw, Answer<Completions> answer) {
        int cursor = place.prefixStart() + place.prefix().length();
        boolean anchored = !raw.suggestions().isEmpty() && raw.replaced() <= cursor;
        int anchor = anchored ? cursor - raw.replaced() : place.prefixStart();
        CandidateSet found = new CandidateSet(place);
        for (Suggestion suggestion : raw.suggestions()) {
            if (isWanted(suggestion.continuation(), place, raw.context())) {
                found.addSuggested(suggestion.continuation(), suggestion.matchesType());
            }
        }
        if (raw.suggestions().isEmpty() && place.prefix().length() >= LEAST_LIKENESS && !beginsType(place)) {
            addLike(java.substring(0, place.prefixStart()), place, found, answer);
        }
        answer.publish(new Completions(anchor, found.bestFirst(), true));

        SessionView session = jshell.view(answer.remainingNanos());
        Map<String, Member> members = members(place, raw.context(), new Asking(answer.remainingNanos(), session));
        addMissing(java, place, raw.context(), members, found, session);
        NameMeanings meanings = new NameMeanings(
                knownTypes, session, raw.context().imports(), members, DeclaredNames.in(java, place.prefixStart()));
        found.describe(candidate -> answer.isStale() ? candidate : meanings.describe(candidate, place, sessionTypes));
        List<Candidate> wanted = place.kind() == CursorPlace.Kind.NAME && anchor == place.prefixStart()
                ? constants.at(
                        java.substring(0, anchor),
                        place.prefix(),
                        raw.context().imports(),
                        new Asking(answer.remainingNanos(), session))
                : List.of();
        answer.publish(new Completions(anchor, WantedConstants.inFront(wanted, found.bestFirst()), false));
    }

    /** Whether some type that may be imported begins as typed: then nobody means one that is only like it. */
    private boolean beginsType(CursorPlace place) {
        boolean typeMeant = place.kind() == CursorPlace.Kind.NAME || place.kind() == CursorPlace.Kind.CONSTRUCTOR;
        return typeMeant && knownTypes.typeIndex().beginsWith(place.prefix());
    }

    /** Where no name begins as typed, those that are like it: in other case, by their humps, or around it. */
    private void addLike(String before, CursorPlace place, CandidateSet found, Answer<Completions> answer) {
        jshell.analyse(answer.remainingNanos(), analysis -> suggested(analysis, before))
                .ifPresent(all -> {
                    for (Suggestion suggestion : all.suggestions()) {
                        if (isWanted(suggestion.continuation(), place, all.context())) {
                            found.addLike(suggestion.continuation(), suggestion.matchesType());
                        }
                    }
                });
    }

    private static boolean isWanted(String name, CursorPlace place, CellContext context) {
        boolean internal = name.indexOf('$') >= 0 && place.prefix().indexOf('$') < 0;
        boolean inherited =
                context.inLocalClass() && place.kind() == CursorPlace.Kind.NAME && OF_EVERY_OBJECT.contains(name);
        return !internal && !inherited;
    }

    /** The members of the receiver; behind nothing, what static imports make known. */
    private Map<String, Member> members(CursorPlace place, CellContext context, Asking asking) {
        return switch (place.kind()) {
            case MEMBER, METHOD_REFERENCE ->
                namedType(place, asking.session())
                        .or(() -> staticTypes.ofReceiver(context, asking))
                        .map(type -> members(type, asking.session()))
                        .orElse(Map.of());
            case NAME -> knownTypes.staticallyImported(asking.session().imports());
            case CONSTRUCTOR, IMPORT, LITERAL -> Map.of();
        };
    }

    /** JShell describes the constant of an enum as {@code Owner.CONSTANT}, which looks like the name of a type. */
    private Map<String, Member> members(StaticType type, SessionView session) {
        Map<String, Member> members = membersOf(type, session);
        int dot = type.type().lastIndexOf('.');
        return members.isEmpty() && type.namesType() && dot > 0
                ? membersOf(new StaticType(type.type().substring(0, dot), false), session)
                : members;
    }

    private Map<String, Member> membersOf(StaticType type, SessionView session) {
        Map<String, Member> declared = sessionTypes.members(session, type.type());
        String known = declared.isEmpty() ? type.type() : "java.lang.Object";
        Map<String, Member> members = new HashMap<>(knownTypes.members(known, session.imports()));
        members.putAll(declared);
        return members;
    }

    /**
     * A receiver that is a type's name needs no compiler; in front of a double colon JShell would take it for a
     * value.
     */
    private Optional<StaticType> namedType(CursorPlace place, SessionView session) {
        String receiver = place.receiver();
        if (!place.receiverIsName() || session.variables().containsKey(receiver)) {
            return Optional.empty();
        }
        if (session.declaredType(receiver).isPresent()) {
            return Optional.of(new StaticType(receiver, true));
        }
        return Character.isUpperCase(receiver.codePointAt(receiver.lastIndexOf('.') + 1))
                ? knownTypes
                        .resolve(receiver, session.imports())
                        .map(type -> new StaticType(type.getQualifiedName().toString(), true))
                : Optional.empty();
    }

    /**
     * What JShell leaves out: keywords, names it cannot see behind a parse error, method references, this cell's
     * imports.
     */
    private void addMissing(
            String java,
            CursorPlace place,
            CellContext context,
            Map<String, Member> members,
            CandidateSet found,
            SessionView session) {
        switch (place.kind()) {
            case NAME -> {
                found.addDeclaredIn(java);
                found.addKeywords();
                addImported(context, place, found);
                addToImport(context, place, found, session);
            }
            case CONSTRUCTOR -> {
                addImported(context, place, found);
                addToImport(context, place, found, session);
            }
            case METHOD_REFERENCE -> {
                members.forEach((name, what) -> {
                    if (what.kind() == Candidate.Kind.METHOD) {
                        found.add(name, what, true);
                    }
                });
                if (namedType(place, session).isPresent()) {
                    found.add("new", new Member(Candidate.Kind.KEYWORD, ""), false);
                }
            }
            case MEMBER, IMPORT, LITERAL -> {}
        }
    }

    /** Types of the JDK and the class path that only lack an import: where a type's name may be meant. */
    private void addToImport(CellContext context, CursorPlace place, CandidateSet found, SessionView session) {
        String typed = place.prefix();
        if (typed.length() >= LEAST_TO_IMPORT && Character.isUpperCase(typed.charAt(0))) {
            List<String> imports = Stream.concat(session.imports().stream(), context.imports().stream())
                    .toList();
            for (String qualified : knownTypes.toImport(typed, imports, MOST_TO_IMPORT)) {
                String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
                if (session.declaredType(simple).isEmpty()) {
                    found.addToImport(simple, qualified);
                }
            }
        }
    }

    private void addImported(CellContext context, CursorPlace place, CandidateSet found) {
        if (!place.prefix().isEmpty()) {
            context.imports()
                    .forEach(imported -> knownTypes.imported(imported).forEach((name, qualified) -> {
                        if (name.startsWith(place.prefix()) && knownTypes.isPublic(qualified)) {
                            found.add(name, new Member(Candidate.Kind.TYPE, ""), true);
                        }
                    }));
        }
    }
}
