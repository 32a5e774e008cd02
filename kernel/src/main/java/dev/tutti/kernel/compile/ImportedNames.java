package dev.tutti.kernel.compile;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Which types an import makes known. Packages are read by the names of their class files: asking the compiler for a
 * package's elements would read each class, a second for {@code java.base}; asking it for a name that is nowhere goes
 * through every module, a millisecond each. Used by the analysis thread only.
 */
final class ImportedNames {

    private static final System.Logger LOG = System.getLogger(ImportedNames.class.getName());

    private final OwnTask task;
    private final Map<String, Map<String, String>> typesByImport = new HashMap<>();

    ImportedNames(OwnTask task) {
        this.task = task;
    }

    /** The full name of what a simple name, or one that begins with a simple name, means by these imports. */
    Optional<String> qualified(String name, List<String> imports) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot);
        return Stream.concat(imports.stream(), Stream.of("java.lang.*"))
                .map(imported -> of(imported).get(first))
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> found + rest);
    }

    /** The full names of the types that an import makes known, by simple name; none for a static import. */
    Map<String, String> of(String imported) {
        return typesByImport.computeIfAbsent(imported, this::read);
    }

    private Map<String, String> read(String imported) {
        Map<String, String> found = new HashMap<>();
        if (imported.startsWith("static ")) {
            return Map.of();
        }
        if (imported.startsWith("module ")) {
            addModule(imported.substring("module ".length()).strip(), found);
        } else if (imported.endsWith(".*")) {
            addOwner(imported.substring(0, imported.length() - 2), found);
        } else {
            found.put(imported.substring(imported.lastIndexOf('.') + 1), imported);
        }
        return Map.copyOf(found);
    }

    private void addModule(String name, Map<String, String> found) {
        ModuleElement module = task.elements().getModuleElement(name);
        if (module != null) {
            ElementFilter.exportsIn(module.getDirectives()).stream()
                    .filter(exported -> exported.getTargetModules() == null)
                    .forEach(exported -> addPackage(exported.getPackage(), found));
        }
    }

    private void addOwner(String owner, Map<String, String> found) {
        PackageElement named = task.elements().getPackageElement(owner);
        if (named != null) {
            addPackage(named, found);
            return;
        }
        Optional.ofNullable(task.elements().getTypeElement(owner))
                .ifPresent(type -> ElementFilter.typesIn(type.getEnclosedElements())
                        .forEach(nested -> found.putIfAbsent(
                                nested.getSimpleName().toString(),
                                nested.getQualifiedName().toString())));
    }

    private void addPackage(PackageElement named, Map<String, String> found) {
        String name = named.getQualifiedName().toString();
        try {
            for (JavaFileObject file :
                    task.files().list(locationOf(named), name, Set.of(JavaFileObject.Kind.CLASS), false)) {
                String simple = simpleName(file.getName());
                if (simple.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && c != '$')) {
                    found.putIfAbsent(simple, name + "." + simple);
                }
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "The types of package " + name + " could not be listed.", failure);
        }
    }

    /** {@code java/util/List.class}, also as {@code some.jar(a/B.class)}. */
    private static String simpleName(String file) {
        int start = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
        int end = file.lastIndexOf(".class");
        return end < start ? "-" : file.substring(start, end);
    }

    private JavaFileManager.Location locationOf(PackageElement named) throws IOException {
        ModuleElement module = task.elements().getModuleOf(named);
        return module == null || module.isUnnamed()
                ? StandardLocation.CLASS_PATH
                : task.files()
                        .getLocationForModule(
                                StandardLocation.SYSTEM_MODULES,
                                module.getQualifiedName().toString());
    }
}
