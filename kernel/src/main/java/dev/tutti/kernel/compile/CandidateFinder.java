package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Completion: JShell says which names fit, the type tables say what they are. An answer grows in three steps, each published:
 * names that the text itself and the session are known to declare, then JShell's, then those with kinds and signatures. Used by
 * the analysis thread only.
 */
final class CandidateFinder {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing((Candidate candidate) -> !candidate.matchesType())
            .thenComparing(Candidate::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Candidate::text);
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "clone()", "equals(", "finalize()", "getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(", "wait()");

    /** What JShell answered. */
    private record Raw(CellContext context, List<Suggestion> suggestions, int replaced) {}

    private final LockedJShell jshell;
    private final StaticTypes staticTypes;
    private final KnownTypes knownTypes;
    private final SessionTypes sessionTypes;

    CandidateFinder(LockedJShell jshell, StaticTypes staticTypes, KnownTypes knownTypes, SessionTypes sessionTypes) {
        this.jshell = jshell;
        this.staticTypes = staticTypes;
        this.knownTypes = knownTypes;
        this.sessionTypes = sessionTypes;
    }

    void find(String java, int cursor, Answer<Completions> answer) {
        String before = java.substring(0, cursor);
        CursorPlace place = CursorPlace.atEndOf(before);
        if (place.kind() == CursorPlace.Kind.LITERAL) {
            answer.publish(Completions.none(cursor));
            return;
        }
        SessionView session = jshell.view(0);
        answer.publish(new Completions(place.prefixStart(), sorted(byTextAlone(java, place, session).values()), true));
        Optional<Raw> raw = jshell.analyse(answer.remainingNanos(), analysis -> {
            CellContext context = knownTypes.qualify(CellContext.of(analysis, before));
            int[] anchor = new int[1];
            String text = context.text();
            List<Suggestion> suggestions = analysis.completionSuggestions(text, text.length(), anchor);
            return new Raw(context, suggestions, text.length() - anchor[0]);
        });
        raw.ifPresent(found -> describe(java, place, found, answer));
    }

    private void describe(String java, CursorPlace place, Raw raw, Answer<Completions> answer) {
        SessionView session = jshell.view(answer.remainingNanos());
        String before = java.substring(0, place.prefixStart() + place.prefix().length());
        int anchor = raw.suggestions().isEmpty() || raw.replaced() > before.length()
                ? place.prefixStart()
                : before.length() - raw.replaced();
        Map<String, Candidate> found = new LinkedHashMap<>();
        for (Suggestion suggestion : raw.suggestions()) {
            if (isWanted(suggestion.continuation(), place, raw.context())) {
                merge(found, guessed(suggestion.continuation(), place, suggestion.matchesType()));
            }
        }
        answer.publish(new Completions(anchor, sorted(found.values()), true));
        Asking asking = new Asking(answer.remainingNanos(), session);
        Map<String, Member> members = members(place, raw.context(), asking);
        addMissing(java, place, raw.context(), members, found, session);
        Map<String, Member> imported =
                place.kind() == CursorPlace.Kind.NAME ? knownTypes.staticallyImported(session.imports()) : Map.of();
        Names names =
                new Names(session, raw.context().imports(), members, imported, DeclaredNames.in(java, place.prefixStart()));
        for (Map.Entry<String, Candidate> entry : found.entrySet()) {
            if (answer.isStale()) {
                break;
            }
            entry.setValue(described(entry.getValue(), place, names));
        }
        answer.publish(new Completions(anchor, sorted(found.values()), false));
    }

    /** What the names of one answer mean. */
    private record Names(
            SessionView session,
            List<String> cellImports,
            Map<String, Member> members,
            Map<String, Member> imported,
            Map<String, Member> declared) {}

    private static boolean isWanted(String name, CursorPlace place, CellContext context) {
        boolean internal = name.indexOf('$') >= 0 && place.prefix().indexOf('$') < 0;
        boolean inherited = context.inLocalClass() && place.kind() == CursorPlace.Kind.NAME && OF_EVERY_OBJECT.contains(name);
        return !internal && !inherited;
    }

    private static void merge(Map<String, Candidate> found, Candidate candidate) {
        found.merge(candidate.text(), candidate, (one, other) -> one.matchesType() ? one : other);
    }

    private static List<Candidate> sorted(Collection<Candidate> candidates) {
        return candidates.stream().sorted(BEST_FIRST).toList();
    }

    /** By spelling alone. */
    private static Candidate guessed(String text, CursorPlace place, boolean matchesType) {
        Candidate.Kind kind;
        if (text.endsWith(".")) {
            kind = Candidate.Kind.PACKAGE;
        } else if (text.endsWith("(") || text.endsWith("()")) {
            kind = place.kind() == CursorPlace.Kind.CONSTRUCTOR ? Candidate.Kind.TYPE : Candidate.Kind.METHOD;
        } else if (Keywords.isReserved(text.strip()) || text.equals("module ")) {
            kind = Candidate.Kind.KEYWORD;
        } else if (Character.isUpperCase(text.codePointAt(0)) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            kind = Candidate.Kind.TYPE;
        } else {
            kind = place.kind() == CursorPlace.Kind.MEMBER ? Candidate.Kind.FIELD : Candidate.Kind.VARIABLE;
        }
        return new Candidate(text, kind, "", matchesType);
    }

    private static Map<String, Candidate> byTextAlone(String java, CursorPlace place, SessionView session) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        if (place.kind() == CursorPlace.Kind.NAME) {
            String prefix = place.prefix();
            DeclaredNames.in(java, place.prefixStart()).forEach((name, what) -> add(found, prefix, name, what, true));
            session.variables().forEach((name, type) ->
                    add(found, prefix, name, new Member(Candidate.Kind.VARIABLE, TypeText.simple(type)), true));
            session.methods().forEach((name, signatures) -> add(found, prefix, callOf(name, signatures), method(signatures), true));
            session.types().forEach((name, header) -> add(found, prefix, name, new Member(Candidate.Kind.TYPE, header), true));
            addKeywords(prefix, found);
        }
        return found;
    }

    private static void add(Map<String, Candidate> found, String prefix, String name, Member what, boolean matches) {
        if (name.startsWith(prefix)) {
            found.putIfAbsent(name, new Candidate(name, what.kind(), what.detail(), matches));
        }
    }

    private static void addKeywords(String prefix, Map<String, Candidate> found) {
        if (!prefix.isEmpty()) {
            Keywords.startingWith(prefix)
                    .forEach(word -> add(found, prefix, word, new Member(Candidate.Kind.KEYWORD, ""), false));
        }
    }

    private static String callOf(String name, List<String> signatures) {
        return signatures.stream().allMatch(signature -> signature.startsWith("()")) ? name + "()" : name + "(";
    }

    private static Member method(List<String> signatures) {
        return Member.method(Candidate.Kind.METHOD, TypeText.simple(signatures.getFirst()), signatures.size());
    }

    /** The members of the receiver; none where there is no receiver. */
    private Map<String, Member> members(CursorPlace place, CellContext context, Asking asking) {
        boolean hasReceiver = place.kind() == CursorPlace.Kind.MEMBER || place.kind() == CursorPlace.Kind.METHOD_REFERENCE;
        if (!hasReceiver) {
            return Map.of();
        }
        Optional<StaticType> type = namedType(place, asking.session()).or(() -> staticTypes.ofReceiver(context, asking));
        Map<String, Member> members = new HashMap<>();
        type.ifPresent(receiver -> {
            Map<String, Member> declared = sessionTypes.members(receiver.type());
            List<String> imports = asking.session().imports();
            members.putAll(knownTypes.members(declared.isEmpty() ? receiver.type() : "java.lang.Object", imports));
            members.putAll(declared);
        });
        return members;
    }

    /** A receiver that is a type's name needs no compiler; in front of a double colon JShell would take it for a value. */
    private Optional<StaticType> namedType(CursorPlace place, SessionView session) {
        String receiver = place.receiver();
        if (!place.receiverIsName() || session.variables().containsKey(receiver)) {
            return Optional.empty();
        }
        if (sessionTypes.declared(receiver).isPresent()) {
            return Optional.of(new StaticType(receiver, true));
        }
        return Character.isUpperCase(receiver.codePointAt(receiver.lastIndexOf('.') + 1))
                ? knownTypes.resolve(receiver, session.imports())
                        .map(type -> new StaticType(type.getQualifiedName().toString(), true))
                : Optional.empty();
    }

    /** What JShell leaves out: keywords, names it cannot see behind a parse error, method references, this cell's imports. */
    private void addMissing(
            String java, CursorPlace place, CellContext context, Map<String, Member> members, Map<String, Candidate> found, SessionView session) {
        String prefix = place.prefix();
        switch (place.kind()) {
            case NAME, CONSTRUCTOR -> {
                if (place.kind() == CursorPlace.Kind.NAME) {
                    DeclaredNames.in(java, place.prefixStart()).forEach((name, what) -> {
                        boolean callKnown = found.containsKey(name + ")");
                        if (!callKnown) {
                            add(found, prefix, name, what, true);
                        }
                    });
                    addKeywords(prefix, found);
                }
                if (!prefix.isEmpty()) {
                    context.imports().forEach(imported -> knownTypes.imported(imported).keySet().forEach(
                            name -> add(found, prefix, name, new Member(Candidate.Kind.TYPE, ""), true)));
                }
            }
            case METHOD_REFERENCE -> {
                members.forEach((name, what) -> {
                    if (what.kind() == Candidate.Kind.METHOD) {
                        add(found, prefix, name, what, true);
                    }
                });
                boolean type = knownTypes.resolve(place.receiver(), session.imports()).isPresent()
                        || sessionTypes.declared(place.receiver()).isPresent();
                if (type) {
                    add(found, prefix, "new", new Member(Candidate.Kind.KEYWORD, ""), false);
                }
            }
            case MEMBER, IMPORT, LITERAL -> {}
        }
    }

    private Candidate described(Candidate candidate, CursorPlace place, Names names) {
        String name = bare(candidate.text());
        Member what = switch (place.kind()) {
            case MEMBER, METHOD_REFERENCE -> names.members().get(name);
            case CONSTRUCTOR -> constructor(name, names);
            case NAME -> name(candidate, name, names);
            case IMPORT, LITERAL -> null;
        };
        return what == null
                ? candidate
                : new Candidate(candidate.text(), what.kind(), what.detail(), candidate.matchesType());
    }

    private Member constructor(String name, Names names) {
        Member declared = sessionTypes.members(name).get(name);
        return declared != null
                ? declared
                : resolve(name, names).flatMap(knownTypes::constructors).orElse(null);
    }

    private Member name(Candidate candidate, String name, Names names) {
        SessionView session = names.session();
        return switch (candidate.kind()) {
            case METHOD -> session.methods().containsKey(name)
                    ? method(session.methods().get(name))
                    : names.imported().get(name);
            case TYPE -> typeName(name, names);
            case VARIABLE, FIELD -> variable(name, names);
            case PACKAGE, KEYWORD, MAGIC, OPTION, TARGET, FILE -> null;
        };
    }

    private Member variable(String name, Names names) {
        String type = names.session().variables().get(name);
        if (names.declared().containsKey(name)) {
            return names.declared().get(name);
        }
        return type != null
                ? new Member(Candidate.Kind.VARIABLE, TypeText.simple(type))
                : resolve(name, names).isPresent()
                        ? typeName(name, names)
                        : names.imported().get(name);
    }

    private Member typeName(String name, Names names) {
        String header = names.session().types().get(name);
        if (header != null) {
            String signature = sessionTypes.declared(name).map(Declaration::signature).orElse(header);
            return new Member(Candidate.Kind.TYPE, signature);
        }
        return resolve(name, names)
                .map(type -> new Member(Candidate.Kind.TYPE, packageOf(type)))
                .orElse(null);
    }

    private static String packageOf(TypeElement type) {
        String qualified = type.getQualifiedName().toString();
        return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
    }

    private Optional<TypeElement> resolve(String name, Names names) {
        return knownTypes.resolve(name, names.session().imports()).or(() -> knownTypes.resolve(name, names.cellImports()));
    }

    private static String bare(String text) {
        int end = text.length();
        while (end > 0 && "().".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
