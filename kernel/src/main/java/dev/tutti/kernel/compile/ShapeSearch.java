package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds methods by what they take and give, after Haskell's Hoogle: {@code (String, int) -> char} finds
 * {@code String.charAt(int)}, since the object that a method is called on counts as its first argument. Used by the
 * analysis thread only.
 *
 * @param takes what is at hand, in this order
 * @param gives what is wanted; empty: anything
 */
record ShapeSearch(List<String> takes, Optional<String> gives) {

    /** Where methods are looked for besides the class path: not in what draws windows. */
    private static final Pattern PACKAGES =
            Pattern.compile("java\\.(lang|util|io|nio|math|time|text|net)(\\.[a-z.]+)?\\.\\w+");

    private static final int MOST = 40;

    /** A method that fits, the less the better. */
    private record Hit(int distance, String text) {}

    /** {@code (String, int) -> List}; the arrow and what is behind it may be missing. Empty if it is not written so. */
    static Optional<ShapeSearch> parse(String text) {
        int close = text.lastIndexOf(')');
        String behind = text.substring(close + 1).strip();
        if (!text.startsWith("(") || close < 0 || !behind.isEmpty() && !behind.startsWith("->")) {
            return Optional.empty();
        }
        String inside = text.substring(1, close).strip();
        List<String> takes = inside.isEmpty() ? List.of() : TypeText.arguments("<" + inside + ">");
        String gives = behind.isEmpty() ? "" : behind.substring(2).strip();
        return Optional.of(new ShapeSearch(takes, gives.isEmpty() ? Optional.empty() : Optional.of(gives)));
    }

    /** Looks through all types, publishing what has been found so far. */
    void find(KnownTypes known, List<String> imports, Answer<List<String>> answer) {
        List<TypeMirror> given = new ArrayList<>();
        for (String type : takes) {
            Optional<TypeMirror> found = known.typeOf(type, imports);
            if (found.isEmpty()) {
                answer.publish(List.of());
                return;
            }
            given.add(found.get());
        }
        Optional<TypeMirror> wanted = gives.flatMap(type -> known.typeOf(type, imports));
        if (gives.isPresent() && wanted.isEmpty()) {
            answer.publish(List.of());
            return;
        }
        List<Hit> hits = new ArrayList<>();
        for (String name : known.typeIndex().all()) {
            if (answer.isStale()) {
                break;
            }
            if (!name.startsWith("java") || PACKAGES.matcher(name).matches()) {
                known.type(name)
                        .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                        .ifPresent(type -> addHits(known, type, given, wanted, hits));
            }
        }
        answer.publish(hits.stream()
                .sorted(Comparator.comparingInt(Hit::distance)
                        .thenComparingInt(hit -> hit.text().length())
                        .thenComparing(Hit::text))
                .map(Hit::text)
                .distinct()
                .limit(MOST)
                .toList());
    }

    private static void addHits(
            KnownTypes known, TypeElement type, List<TypeMirror> given, Optional<TypeMirror> wanted, List<Hit> hits) {
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof ExecutableElement method
                    && (method.getKind() == ElementKind.METHOD || method.getKind() == ElementKind.CONSTRUCTOR)
                    && method.getModifiers().contains(Modifier.PUBLIC)
                    && !type.getModifiers().contains(Modifier.ABSTRACT) | method.getKind() == ElementKind.METHOD) {
                int distance = distance(known, type, method, given, wanted);
                if (distance >= 0) {
                    hits.add(new Hit(distance, text(type, method)));
                }
            }
        }
    }

    /** How far the types are from those asked for; -1 if the method does not fit. */
    private static int distance(
            KnownTypes known,
            TypeElement type,
            ExecutableElement method,
            List<TypeMirror> given,
            Optional<TypeMirror> wanted) {
        List<TypeMirror> needed = new ArrayList<>();
        boolean made = method.getKind() == ElementKind.CONSTRUCTOR;
        if (!made && !method.getModifiers().contains(Modifier.STATIC)) {
            needed.add(type.asType());
        }
        method.getParameters().forEach(parameter -> needed.add(parameter.asType()));
        if (needed.size() != given.size()) {
            return -1;
        }
        int distance = 0;
        for (int i = 0; i < needed.size(); i++) {
            int step = known.distance(given.get(i), needed.get(i));
            if (step < 0) {
                return -1;
            }
            distance += step;
        }
        TypeMirror result = made ? type.asType() : method.getReturnType();
        int last = wanted.map(one -> result.getKind() == TypeKind.VOID && one.getKind() != TypeKind.VOID
                        ? -1
                        : known.distance(result, one))
                .orElse(0);
        return last < 0 ? -1 : distance + last;
    }

    private static String text(TypeElement type, ExecutableElement method) {
        String parameters = method.getParameters().stream()
                .map(parameter -> TypeText.simple(parameter.asType().toString())
                        + (" " + parameter.getSimpleName()).replaceFirst(" arg\\d+$", ""))
                .collect(Collectors.joining(", ", "(", ")"));
        String owner = type.getQualifiedName().toString();
        String shown =
                owner.startsWith("java.lang.") || owner.startsWith("java.util.") ? TypeText.simple(owner) : owner;
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? "new " + shown + parameters
                : TypeText.simple(method.getReturnType().toString()) + " " + shown + "." + method.getSimpleName()
                        + parameters;
    }
}
