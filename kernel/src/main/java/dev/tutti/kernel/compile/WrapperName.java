package dev.tutti.kernel.compile;

import java.lang.constant.ClassDesc;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the classes that JShell wraps around snippets: {@code REPL.$JShell$4B}. */
final class WrapperName {

    private static final String PREFIX = "REPL.$JShell$";

    /** Every way in which a wrapper's name leaks into a text that a user reads. */
    private static final Pattern IN_TEXT = Pattern.compile("(REPL\\.)?\\$JShell\\$\\w+([$.]|\\b)");

    /** In a class file. */
    private static final Pattern IN_CLASS_FILE = Pattern.compile("REPL/(\\$JShell\\$[0-9A-Z]+)");

    private WrapperName() {}

    /** Adds the wrappers that a text of a class file names: a class, a descriptor, a signature. */
    static void addAll(String text, Set<String> found) {
        IN_CLASS_FILE.matcher(text).results().forEach(name -> found.add("REPL." + name.group(1)));
    }

    /** The wrapper of a class of the session: itself, or the one around it; empty for any other class. */
    static String of(String className) {
        if (!className.startsWith(PREFIX)) {
            return "";
        }
        int end = className.indexOf('$', PREFIX.length());
        return end < 0 ? className : className.substring(0, end);
    }

    static boolean isWrapper(String className) {
        return className.startsWith(PREFIX) && className.indexOf('$', PREFIX.length()) < 0;
    }

    /** The wrapper's name without its package. */
    static String simple(String wrapper) {
        return wrapper.substring(wrapper.indexOf('.') + 1);
    }

    /** The binary name of a class. */
    static String binary(ClassDesc type) {
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }

    /** A text in the user's words. */
    static String strip(String text) {
        return IN_TEXT.matcher(text).replaceAll("");
    }
}
