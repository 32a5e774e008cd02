package dev.tutti.kernel.compile;

import dev.tutti.kernel.compile.StaticTypes.Asking;
import java.util.ArrayList;
import java.util.List;
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
        Optional<String> owner = type.isPresent() ? Optional.empty() : owner(name, session, answer);
        answer.publish(owner.flatMap(found -> declared(TypeText.erased(found), session))
                .or(() -> places(type, owner, name, session).stream()
                        .flatMap(place -> archives.source(place).stream())
                        .findFirst()));
    }

    /**
     * Where the source of a name of the JDK or the class path would be: that of a type, or of members in the type and its
     * supertypes, nearest first.
     */
    List<SourcePlace> places(String subject, Answer<?> answer) {
        String name = withoutArguments(subject.strip());
        SessionView session = jshell.view(answer.remainingNanos());
        Optional<TypeElement> type = knownTypes.resolve(name, session.imports());
        return places(type, type.isPresent() ? Optional.empty() : owner(name, session, answer), name, session);
    }

    /** The comments in the nearest source that is there. */
    List<ElementComment> comments(String subject, Answer<?> answer) {
        return places(subject, answer).stream()
                .map(archives::comments)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<SourcePlace> places(
            Optional<TypeElement> type, Optional<String> owner, String name, SessionView session) {
        if (type.isPresent()) {
            return List.of(place(type.get(), Optional.empty()));
        }
        String member = name.substring(name.lastIndexOf('.') + 1);
        return owner
                .flatMap(found ->
                        knownTypes.resolve(TypeText.erased(TypeText.parts(found).getFirst()), session.imports()))
                .stream()
                .flatMap(found -> knownTypes.lineage(found).stream())
                .filter(found -> declares(found, member))
                .map(found -> place(found, Optional.of(member)))
                .toList();
    }

    private static boolean declares(TypeElement type, String member) {
        return type.getSimpleName().contentEquals(member)
                || type.getEnclosedElements().stream()
                        .anyMatch(one -> one.getSimpleName().contentEquals(member));
    }

    private SourcePlace place(TypeElement type, Optional<String> member) {
        List<String> nesting = new ArrayList<>();
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            nesting.addFirst(outermost.getSimpleName().toString());
            outermost = outer;
        }
        nesting.addFirst(outermost.getQualifiedName().toString());
        return new SourcePlace(knownTypes.moduleOf(type), knownTypes.origin(type), nesting, member);
    }

    /** The type of what stands before the last dot: {@code String.format}, {@code list.stream}, {@code f(1).strip}. */
    private Optional<String> owner(String name, SessionView session, Answer<?> answer) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String owner = name.substring(0, dot);
        return knownTypes.resolve(owner, session.imports()).isPresent()
                ? Optional.of(owner)
                : staticTypes
                        .of(owner, new Asking(answer.remainingNanos(), session))
                        .map(StaticType::type);
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
