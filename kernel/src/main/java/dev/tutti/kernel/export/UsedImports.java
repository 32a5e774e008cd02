package dev.tutti.kernel.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which imports some code needs, by the words in it. One too many is possible, where a word of the code happens to be the
 * name of a type; one too few is not.
 */
final class UsedImports {

    /** Not behind a dot: a member of something else needs no import. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w$.])[\\p{L}_$][\\w\\p{L}$]*");

    private final Set<String> words = new HashSet<>();
    private final ClassLoader loader;

    private UsedImports(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Those of some imports that are needed, in their order.
     *
     * @param imports without the word import
     * @param declared names that mean something of the code itself
     */
    static List<String> of(
            Collection<String> imports, List<String> code, Collection<String> declared, List<Path> classPath) {
        try (URLClassLoader loader = new URLClassLoader(
                classPath.stream().map(UsedImports::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            UsedImports used = new UsedImports(loader);
            code.forEach(used::read);
            used.words.removeAll(declared);
            return imports.stream().distinct().filter(used::isNeeded).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The class path has an entry that is no file: " + path, e);
        }
    }

    private void read(String java) {
        Matcher word = WORD.matcher(java);
        while (word.find()) {
            words.add(word.group());
        }
    }

    private boolean isNeeded(String name) {
        if (name.startsWith("module ")) {
            return true;
        }
        boolean isStatic = name.startsWith("static ");
        String path = isStatic ? name.substring("static ".length()).strip() : name;
        String owner = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        if (!path.endsWith(".*")) {
            return words.contains(path.substring(path.lastIndexOf('.') + 1));
        }
        return isStatic ? hasMemberAmongWords(owner) : hasTypeAmongWords(owner);
    }

    private boolean hasTypeAmongWords(String packageOrType) {
        return words.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .anyMatch(word -> isThere(packageOrType + "." + word) || isThere(packageOrType + "$" + word));
    }

    private boolean isThere(String className) {
        return loader.getResource(className.replace('.', '/') + ".class") != null;
    }

    private boolean hasMemberAmongWords(String className) {
        try {
            Class<?> owner = Class.forName(className, false, loader);
            return Stream.<Member>concat(Arrays.stream(owner.getMethods()), Arrays.stream(owner.getFields()))
                            .filter(member -> Modifier.isStatic(member.getModifiers()))
                            .anyMatch(member -> words.contains(member.getName()))
                    || Arrays.stream(owner.getClasses()).anyMatch(type -> words.contains(type.getSimpleName()));
        } catch (ClassNotFoundException | LinkageError _) {
            return true; // the compiler will say whether it is right
        }
    }
}
