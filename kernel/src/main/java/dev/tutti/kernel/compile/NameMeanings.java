package dev.tutti.kernel.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names mean at one place: looked up in the session, the imports, the text, and the members of the receiver.
 *
 * @param known the types of the JDK and the class path
 * @param session what is declared
 * @param cellImports imports of the cell that is being typed
 * @param members the members of the receiver or, where there is none, what static imports make known
 * @param declared names that the text declares
 */
record NameMeanings(
        KnownTypes known,
        SessionView session,
        List<String> cellImports,
        Map<String, Member> members,
        Map<String, Member> declared) {

    /** The candidate with its kind and detail; as it is if nothing is known. */
    Candidate describe(Candidate candidate, CursorPlace place, SessionTypes sessionTypes) {
        if (!candidate.imports().isEmpty()) {
            return candidate;
        }
        String name = bare(candidate.text());
        Optional<Member> what = switch (place.kind()) {
            case MEMBER, METHOD_REFERENCE -> Optional.ofNullable(members.get(name));
            case CONSTRUCTOR ->
                Optional.ofNullable(sessionTypes.members(session, name).get(name))
                        .or(() -> qualifiedName(name).flatMap(known::type).flatMap(known::constructors));
            case NAME -> name(candidate, name);
            case IMPORT, LITERAL -> Optional.empty();
        };
        return what.map(found -> new Candidate(
                        candidate.text(), found.kind(), found.detail(), candidate.matchesType(), candidate.imports()))
                .orElse(candidate);
    }

    private Optional<Member> name(Candidate candidate, String name) {
        return switch (candidate.kind()) {
            case METHOD ->
                Optional.ofNullable(session.methods().get(name))
                        .map(Member::method)
                        .or(() -> Optional.ofNullable(members.get(name)));
            case TYPE -> type(name);
            case VARIABLE, FIELD, CONSTANT ->
                variable(name).or(() -> type(name)).or(() -> Optional.ofNullable(members.get(name)));
            case PACKAGE, KEYWORD, MAGIC, OPTION, TARGET, FILE, LIBRARY, KEY, SYMBOL -> Optional.empty();
        };
    }

    private Optional<Member> variable(String name) {
        return Optional.ofNullable(declared.get(name))
                .or(() -> Optional.ofNullable(session.variables().get(name))
                        .map(type -> new Member(Candidate.Kind.VARIABLE, TypeText.simple(type))));
    }

    private Optional<Member> type(String name) {
        return Optional.ofNullable(session.types().get(name))
                .map(header ->
                        session.declaredType(name).map(Declaration::signature).orElse(header))
                .or(() -> qualifiedName(name).map(NameMeanings::packageOf))
                .map(detail -> new Member(Candidate.Kind.TYPE, detail));
    }

    private Optional<String> qualifiedName(String name) {
        return known.qualifiedName(name, session.imports()).or(() -> known.qualifiedName(name, cellImports));
    }

    private static String packageOf(String qualified) {
        return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
    }

    private static String bare(String text) {
        int end = text.length();
        while (end > 0 && "().".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
