package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The types of the JDK and the class path with their members, read by a compiler task of its own: JShell's
 * suggestions are bare names, and asking JShell for each costs 3 to 10 ms where this costs microseconds. It knows
 * nothing of the session's own task().types(). Used by the analysis thread only, because a compiler's symbols are not
 * made for several.
 */
final class KnownTypes {

    private static final Comparator<ExecutableElement> FEWEST_PARAMETERS_FIRST =
            Comparator.comparingInt(method -> method.getParameters().size());
    private static final int KEPT = 200;

    private final Map<String, Map<String, Member>> membersByType = new HashMap<>();
    private String classPath = System.getProperty("java.class.path", "");
    private Optional<OwnTask> task = Optional.empty();
    private Optional<ImportedNames> importedNames = Optional.empty();
    private Optional<TypeIndex> typeIndex = Optional.empty();

    /** Forgets everything and reads from this class path from now on. */
    void useClassPath(String newClassPath) {
        classPath = newClassPath;
        task = Optional.empty();
        importedNames = Optional.empty();
        typeIndex = Optional.empty();
        membersByType.clear();
    }

    private OwnTask task() {
        if (task.isEmpty()) {
            task = Optional.of(OwnTask.open(classPath));
        }
        return task.get();
    }

    private ImportedNames importedNames() {
        if (importedNames.isEmpty()) {
            importedNames = Optional.of(new ImportedNames(task()));
        }
        return importedNames.get();
    }

    Optional<TypeElement> type(String qualifiedName) {
        boolean name = !qualifiedName.isEmpty()
                && qualifiedName.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
        return name ? Optional.ofNullable(task().elements().getTypeElement(qualifiedName)) : Optional.empty();
    }

    /** The module that a type is in; the empty name for the class path. */
    String moduleOf(TypeElement type) {
        ModuleElement module = task().elements().getModuleOf(type);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** The type and all its supertypes, itself first. */
    List<TypeElement> lineage(TypeElement type) {
        List<TypeElement> lineage = new ArrayList<>();
        lineage.add(type);
        for (int i = 0; i < lineage.size(); i++) {
            for (TypeMirror parent :
                    task().types().directSupertypes(lineage.get(i).asType())) {
                Element element = task().types().asElement(parent);
                if (element instanceof TypeElement declared && !lineage.contains(declared)) {
                    lineage.add(declared);
                }
            }
        }
        return lineage;
    }

    /** What a simple name means by these imports (or as it is, when it is qualified). */
    Optional<TypeElement> resolve(String name, List<String> imports) {
        Optional<TypeElement> qualified = name.indexOf('.') > 0 ? type(name) : Optional.empty();
        return qualified.or(() -> qualifiedName(name, imports).flatMap(this::type));
    }

    /** The full name of what a simple name means by these imports; reads no class file. */
    Optional<String> qualifiedName(String name, List<String> imports) {
        return importedNames().qualified(name, imports);
    }

    /** A context in which the types that its cell imports are written out. */
    CellContext qualify(CellContext context) {
        return context.qualified(name -> context.imports().stream()
                .map(imported -> imported(imported).get(name))
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** The full names of the types that an import makes known, by simple name. */
    Map<String, String> imported(String imported) {
        return importedNames().of(imported);
    }

    /** Types that are not imported, by their simple names: the full names, at most so many, public ones only. */
    List<String> toImport(String typed, List<String> imports, int most) {
        List<String> found = new ArrayList<>();
        for (String qualified : typeIndex().like(typed)) {
            String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
            boolean known =
                    qualifiedName(simple, imports).filter(qualified::equals).isPresent();
            if (!known && isPublic(qualified)) {
                found.add(qualified);
            }
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** The names of all types; made at the first call, in some 100 ms. */
    TypeIndex typeIndex() {
        if (typeIndex.isEmpty()) {
            typeIndex = Optional.of(new TypeIndex(task(), importedNames()));
        }
        return typeIndex.get();
    }

    /** Whether everybody may use a type. */
    boolean isPublic(String qualifiedName) {
        return type(qualifiedName)
                .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                .isPresent();
    }

    /** Static members that static imports make known. */
    Map<String, Member> staticallyImported(List<String> imports) {
        Map<String, Member> found = new HashMap<>();
        for (String imported : imports) {
            if (imported.startsWith("static ")) {
                String path = imported.substring("static ".length()).strip();
                int dot = path.lastIndexOf('.');
                String name = path.substring(dot + 1);
                members(path.substring(0, Math.max(0, dot)), List.of()).forEach((member, what) -> {
                    if (name.equals("*") || name.equals(member)) {
                        found.putIfAbsent(member, what);
                    }
                });
            }
        }
        return found;
    }

    /** The constructors of a type as one candidate, by simple name. */
    Optional<Member> constructors(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
                .sorted(FEWEST_PARAMETERS_FIRST)
                .toList();
        return constructors.isEmpty()
                ? Optional.empty()
                : Optional.of(Member.method(
                        Candidate.Kind.TYPE,
                        parameters(constructors.getFirst(), (ExecutableType)
                                constructors.getFirst().asType()),
                        constructors.size()));
    }

    /**
     * The members of a type by name.
     *
     * @param typeText as the compiler writes it: {@code java.util.List<java.lang.String>}, {@code int[]}
     * @param imports for simple names in it
     */
    Map<String, Member> members(String typeText, List<String> imports) {
        if (membersByType.size() > KEPT) {
            membersByType.clear();
        }
        Map<String, Member> known = membersByType.get(typeText);
        if (known != null) {
            return known;
        }
        Map<String, Member> found = new HashMap<>();
        for (String part : TypeText.parts(typeText)) {
            if (part.endsWith("[]")) {
                found.put("length", new Member(Candidate.Kind.FIELD, "int"));
                found.put("clone", new Member(Candidate.Kind.METHOD, "() " + TypeText.simple(part)));
                parse("java.lang.Object", imports).ifPresent(type -> addMembers(type, found));
            } else {
                parse(part, imports).ifPresent(type -> addMembers(type, found));
            }
        }
        Map<String, Member> members = Map.copyOf(found);
        membersByType.put(typeText, members);
        return members;
    }

    private void addMembers(DeclaredType type, Map<String, Member> found) {
        Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element member : task().elements().getAllMembers((TypeElement) type.asElement())) {
            String name = member.getSimpleName().toString();
            switch (member) {
                case ExecutableElement method
                when method.getKind() == ElementKind.METHOD ->
                    methods.computeIfAbsent(name, key -> new ArrayList<>()).add(method);
                case VariableElement field ->
                    found.putIfAbsent(
                            name,
                            new Member(
                                    Candidate.Kind.FIELD, shown(task().types().asMemberOf(type, field))));
                case TypeElement nested ->
                    found.putIfAbsent(
                            name,
                            new Member(
                                    Candidate.Kind.TYPE, nested.getKind().name().toLowerCase(Locale.ROOT)));
                default -> {}
            }
        }
        methods.forEach((name, overloads) -> {
            ExecutableElement first = Collections.min(overloads, FEWEST_PARAMETERS_FIRST);
            ExecutableType asMember = (ExecutableType) task().types().asMemberOf(type, first);
            String signature = parameters(first, asMember) + " " + shown(asMember.getReturnType());
            found.putIfAbsent(name, Member.method(Candidate.Kind.METHOD, signature, overloads.size()));
        });
    }

    private static String parameters(ExecutableElement method, ExecutableType type) {
        List<String> shown = new ArrayList<>(
                type.getParameterTypes().stream().map(KnownTypes::shown).toList());
        if (method.isVarArgs() && type.getParameterTypes().getLast() instanceof ArrayType array) {
            shown.set(shown.size() - 1, shown(array.getComponentType()) + "...");
        }
        return shown.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shown(TypeMirror type) {
        return TypeText.simple(type.toString());
    }

    /** A type text as a type, with its arguments where they are known. */
    private Optional<DeclaredType> parse(String text, List<String> imports) {
        return resolve(TypeText.erased(text), imports).map(element -> {
            List<TypeMirror> arguments = TypeText.arguments(text).stream()
                    .map(argument -> argument(argument, imports))
                    .toList();
            boolean fits = arguments.size() == element.getTypeParameters().size() && !arguments.isEmpty();
            return fits
                    ? task().types().getDeclaredType(element, arguments.toArray(TypeMirror[]::new))
                    : (DeclaredType) element.asType();
        });
    }

    private TypeMirror argument(String text, List<String> imports) {
        String bound = text.replaceFirst("^\\? (extends|super) ", "");
        if (bound.endsWith("[]")) {
            return task().types().getArrayType(argument(bound.substring(0, bound.length() - 2), imports));
        }
        for (TypeKind kind : TypeKind.values()) {
            if (kind.isPrimitive() && bound.equals(kind.name().toLowerCase(Locale.ROOT))) {
                return task().types().getPrimitiveType(kind);
            }
        }
        return parse(TypeText.parts(bound).getFirst(), imports)
                .<TypeMirror>map(type -> type)
                .orElseGet(() ->
                        task().elements().getTypeElement("java.lang.Object").asType());
    }
}
