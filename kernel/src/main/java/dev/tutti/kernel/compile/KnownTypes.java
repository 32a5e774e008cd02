package dev.tutti.kernel.compile;

import com.sun.source.util.JavacTask;
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
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.ToolProvider;

/**
 * The types of the JDK and the class path with their members, read by a compiler task of its own: JShell's suggestions are
 * bare names, and asking JShell for each costs 3 to 10 ms where this costs microseconds. It knows nothing of the session's own
 * types. Used by the analysis thread only, because a compiler's symbols are not made for several.
 */
final class KnownTypes {

    private static final Comparator<ExecutableElement> FEWEST_PARAMETERS_FIRST =
            Comparator.comparingInt(method -> method.getParameters().size());

    private String classPath = System.getProperty("java.class.path", "");
    private Elements elements;
    private Types types;
    private final Map<String, Map<String, Member>> membersByType = new HashMap<>();
    private final Map<String, Map<String, String>> typesByImport = new HashMap<>();

    /** Forgets everything and reads from this class path from now on. */
    void useClassPath(String newClassPath) {
        classPath = newClassPath;
        elements = null;
        membersByType.clear();
        typesByImport.clear();
    }

    private Elements elements() {
        if (elements == null) {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, diagnostic -> {}, List.of("-proc:none", "-classpath", classPath), null, null);
            elements = task.getElements();
            types = task.getTypes();
        }
        return elements;
    }

    Optional<TypeElement> type(String qualifiedName) {
        boolean name = !qualifiedName.isEmpty() && qualifiedName.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
        return name ? Optional.ofNullable(elements().getTypeElement(qualifiedName)) : Optional.empty();
    }

    /** The module that a type is in; the empty name for the class path. */
    String moduleOf(TypeElement type) {
        ModuleElement module = elements().getModuleOf(type);
        return module == null ? "" : module.getQualifiedName().toString();
    }

    /** The type and all its supertypes, itself first. */
    List<TypeElement> lineage(TypeElement type) {
        List<TypeElement> lineage = new ArrayList<>();
        lineage.add(type);
        for (int i = 0; i < lineage.size(); i++) {
            for (TypeMirror parent : types.directSupertypes(lineage.get(i).asType())) {
                Element element = types.asElement(parent);
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
        if (qualified.isPresent()) {
            return qualified;
        }
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot);
        for (String imported : imports) {
            String found = imported(imported).get(first);
            if (found != null) {
                return type(found + rest);
            }
        }
        return type("java.lang." + name);
    }

    /** A context in which the types that its cell imports are written out. */
    CellContext qualify(CellContext context) {
        return context.qualified(name -> context.imports().stream()
                .map(imported -> imported(imported).get(name))
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** The types that an import makes known, by simple name. */
    Map<String, String> imported(String imported) {
        return typesByImport.computeIfAbsent(imported, this::readImport);
    }

    private Map<String, String> readImport(String imported) {
        if (imported.startsWith("static ")) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        if (imported.startsWith("module ")) {
            ModuleElement module = elements().getModuleElement(imported.substring("module ".length()).strip());
            if (module != null) {
                ElementFilter.exportsIn(module.getDirectives()).stream()
                        .filter(exported -> exported.getTargetModules() == null)
                        .forEach(exported -> addTypes(exported.getPackage(), found));
            }
        } else if (imported.endsWith(".*")) {
            String owner = imported.substring(0, imported.length() - 2);
            PackageElement named = elements().getPackageElement(owner);
            if (named != null) {
                addTypes(named, found);
            } else {
                type(owner).ifPresent(type -> addTypes(type, found));
            }
        } else {
            found.put(imported.substring(imported.lastIndexOf('.') + 1), imported);
        }
        return Map.copyOf(found);
    }

    private static void addTypes(Element owner, Map<String, String> found) {
        ElementFilter.typesIn(owner.getEnclosedElements()).stream()
                .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                .forEach(type -> found.putIfAbsent(type.getSimpleName().toString(), type.getQualifiedName().toString()));
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
                        parameters(constructors.getFirst(), (ExecutableType) constructors.getFirst().asType()),
                        constructors.size()));
    }

    /**
     * The members of a type by name.
     *
     * @param typeText as the compiler writes it: {@code java.util.List<java.lang.String>}, {@code int[]}
     * @param imports for simple names in it
     */
    Map<String, Member> members(String typeText, List<String> imports) {
        if (membersByType.size() > 200) {
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
        for (Element member : elements().getAllMembers((TypeElement) type.asElement())) {
            String name = member.getSimpleName().toString();
            switch (member) {
                case ExecutableElement method when method.getKind() == ElementKind.METHOD ->
                    methods.computeIfAbsent(name, key -> new ArrayList<>()).add(method);
                case VariableElement field -> found.putIfAbsent(
                        name, new Member(Candidate.Kind.FIELD, shown(types.asMemberOf(type, field))));
                case TypeElement nested -> found.putIfAbsent(
                        name, new Member(Candidate.Kind.TYPE, nested.getKind().name().toLowerCase(Locale.ROOT)));
                default -> {}
            }
        }
        methods.forEach((name, overloads) -> {
            ExecutableElement first = Collections.min(overloads, FEWEST_PARAMETERS_FIRST);
            ExecutableType asMember = (ExecutableType) types.asMemberOf(type, first);
            String signature = parameters(first, asMember) + " " + shown(asMember.getReturnType());
            found.putIfAbsent(name, Member.method(Candidate.Kind.METHOD, signature, overloads.size()));
        });
    }

    private static String parameters(ExecutableElement method, ExecutableType type) {
        List<String> shown = new ArrayList<>(type.getParameterTypes().stream().map(KnownTypes::shown).toList());
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
            List<TypeMirror> arguments = TypeText.arguments(text).stream().map(argument -> argument(argument, imports)).toList();
            boolean fits = arguments.size() == element.getTypeParameters().size() && !arguments.isEmpty();
            return fits
                    ? types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new))
                    : (DeclaredType) element.asType();
        });
    }

    private TypeMirror argument(String text, List<String> imports) {
        String bound = text.replaceFirst("^\\? (extends|super) ", "");
        if (bound.endsWith("[]")) {
            return types.getArrayType(argument(bound.substring(0, bound.length() - 2), imports));
        }
        for (TypeKind kind : TypeKind.values()) {
            if (kind.isPrimitive() && bound.equals(kind.name().toLowerCase(Locale.ROOT))) {
                return types.getPrimitiveType(kind);
            }
        }
        return parse(TypeText.parts(bound).getFirst(), imports)
                .<TypeMirror>map(type -> type)
                .orElseGet(() -> elements().getTypeElement("java.lang.Object").asType());
    }
}
