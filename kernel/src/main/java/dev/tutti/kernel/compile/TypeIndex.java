package dev.tutti.kernel.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ModuleElement;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * The names of all top-level types that an import could make known: of the JDK's {@code java.} modules and of the class
 * path, by simple name without case. Only names are read, no class files. Used by the analysis thread only.
 */
final class TypeIndex {

    private static final System.Logger LOG = System.getLogger(TypeIndex.class.getName());

    private final NavigableMap<String, List<String>> byName = new TreeMap<>();

    TypeIndex(OwnTask task, ImportedNames names) {
        for (ModuleElement module : task.elements().getAllModuleElements()) {
            String name = module.getQualifiedName().toString();
            if (name.startsWith("java.")) {
                names.of("module " + name).values().forEach(this::add);
            }
        }
        try {
            for (JavaFileObject file :
                    task.files().list(StandardLocation.CLASS_PATH, "", Set.of(JavaFileObject.Kind.CLASS), true)) {
                String name = task.files().inferBinaryName(StandardLocation.CLASS_PATH, file);
                if (name != null && name.indexOf('$') < 0 && name.indexOf('.') > 0 && !name.endsWith("-info")) {
                    add(name);
                }
            }
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.DEBUG, "The types of the class path could not be listed.", failure);
        }
    }

    private void add(String qualified) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        List<String> same = byName.computeIfAbsent(simple.toLowerCase(Locale.ROOT), key -> new ArrayList<>(1));
        if (!same.contains(qualified)) {
            same.add(qualified);
        }
    }

    /** The full names of the types whose simple names begin so; if there are none, of those that are like it. */
    List<String> like(String typed) {
        String low = typed.toLowerCase(Locale.ROOT);
        Map<String, List<String>> range = byName.subMap(low, low + Character.MAX_VALUE);
        List<String> found = matching(typed, range, NameMatch.PREFIX);
        if (found.isEmpty() && !typed.isEmpty()) {
            String first = low.substring(0, 1);
            found = matching(typed, byName.subMap(first, first + Character.MAX_VALUE), NameMatch.HUMPS);
        }
        return found;
    }

    /** All full names, in the order of their simple names. */
    List<String> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    private static List<String> matching(String typed, Map<String, List<String>> range, NameMatch wanted) {
        return range.values().stream()
                .flatMap(List::stream)
                .filter(name -> NameMatch.of(typed, name.substring(name.lastIndexOf('.') + 1)) == wanted)
                .toList();
    }
}
