package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * Finds the source of what a name means: a declaration of the session by its name, else a type or member of the JDK or the class path.
 * Used by the analysis thread only.
 */
final class SourceFinder {

    private final LockedJShell jshell;
    private final StaticTypes staticTypes;
    private final KnownTypes knownTypes;
    private final SourceArchives archives;

    SourceFinder(LockedJShell jshell, StaticTypes staticTypes, KnownTypes knownTypes, SourceArchives archives) {
        this.jshell = jshell;
        this.staticTypes = staticTypes;
        this.knownTypes = knownTypes;
        this.archives = archives;
    }

    void find(String subject, Answer<Optional<String>> answer) {
        String name = withoutArguments(subject.strip());
        answer.publish(declared(name, jshell.lastView()));
        SessionView session = jshell.view(answer.remainingNanos());
        Optional<String> declared = declared(name, session);
        if (declared.isPresent()) {
            answer.publish(declared);
            return;
        }
        Optional<TypeElement> type = knownTypes.resolve(name, session.imports());
        answer.publish(type.isPresent() ? type.flatMap(this::source) : member(name, session, answer));
    }

    private Optional<String> source(TypeElement type) {
        return archives.type(place(type), type);
    }

    private SourceArchives.Place place(TypeElement type) {
        return new SourceArchives.Place(knownTypes.moduleOf(type), knownTypes.origin(type));
    }

    /** The jar or folder of the class path where the source of a name would be. */
    Optional<Path> origin(String subject, Answer<?> answer) {
        String name = withoutArguments(subject.strip());
        SessionView session = jshell.view(answer.remainingNanos());
        int dot = name.lastIndexOf('.');
        return knownTypes
                .resolve(name, session.imports())
                .or(() -> dot <= 0 ? Optional.empty() : knownTypes.resolve(name.substring(0, dot), session.imports()))
                .or(() -> dot <= 0
                        ? Optional.empty()
                        : staticTypes
                                .of(name.substring(0, dot), new Asking(answer.remainingNanos(), session))
                                .flatMap(type -> knownTypes.resolve(
                                        TypeText.erased(
                                                TypeText.parts(type.type()).getFirst()),
                                        session.imports())))
                .flatMap(knownTypes::origin);
    }

    /** {@code String.format}, {@code list.stream}, {@code f(1).strip}. */
    private Optional<String> member(String name, SessionView session, Answer<?> answer) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String owner = name.substring(0, dot);
        String member = name.substring(dot + 1);
        if (knownTypes.resolve(owner, session.imports()).isEmpty()) {
            Optional<StaticType> type = staticTypes.of(owner, new Asking(answer.remainingNanos(), session));
            return type.flatMap(found -> memberOf(found.type(), member, session));
        }
        return memberOf(owner, member, session);
    }

    /** The member where it is declared: in the type or the nearest supertype that has it. */
    private Optional<String> memberOf(String typeText, String member, SessionView session) {
        Optional<String> declared = declared(TypeText.erased(typeText), session);
        if (declared.isPresent()) {
            return declared;
        }
        String type = TypeText.erased(TypeText.parts(typeText).getFirst());
        return knownTypes.resolve(type, session.imports()).stream()
                .flatMap(found -> knownTypes.lineage(found).stream())
                .flatMap(found -> archives.members(place(found), found, member).stream())
                .findFirst();
    }

    private static Optional<String> declared(String name, SessionView session) {
        String source = session.declarations().stream()
                .filter(declaration -> declaration.name().equals(name) && declaration.kind() != Declaration.Kind.IMPORT)
                .map(declaration -> declaration.source().strip())
                .collect(Collectors.joining("\n\n"));
        return source.isEmpty() ? Optional.empty() : Optional.of(source);
    }

    /** {@code f(1).strip()} as {@code f(1).strip}. */
    private static String withoutArguments(String subject) {
        if (!subject.endsWith(")")) {
            return subject;
        }
        int depth = 0;
        for (int i = subject.length() - 1; i > 0; i--) {
            depth += subject.charAt(i) == ')' ? 1 : subject.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return subject.substring(0, i);
            }
        }
        return subject;
    }
}
