package dev.tutti.kernel.compile;

/**
 * Classes of the session by their names: types that the user declared ({@code REPL.$JShell$4$P}) and what is inside them,
 * and the others: wrappers, and the local and anonymous classes of their code ({@code REPL.$JShell$7$1Foo}).
 */
final class PromptType {

    private PromptType() {}

    /** Whether a class is a declared type or part of one. */
    static boolean isOne(String className) {
        String wrapper = WrapperName.of(className);
        if (wrapper.isEmpty() || wrapper.length() + 1 >= className.length()) {
            return false;
        }
        char first = className.charAt(wrapper.length() + 1);
        return !Character.isDigit(first) && !InitialiserMove.isMoved(className);
    }

    /** The class around a local or anonymous class's code; the class itself if there is none. */
    static String nestHost(String className) {
        return InitialiserMove.isMoved(className) ? className : WrapperName.of(className);
    }

    /** What the user calls a class. */
    static String name(String className) {
        return WrapperName.strip(className).replaceAll("\\$\\d+$", "").replaceAll("\\$\\d*", ".");
    }

    /** What the user calls a method: that which contains the code. */
    static String name(CodeFacts.Method method) {
        String type = name(method.owner());
        String name = method.name();
        if (name.equals("<init>")) {
            return "The constructor of " + type;
        }
        if (name.startsWith("lambda$")) {
            name = name.substring("lambda$".length(), name.indexOf('$', "lambda$".length()));
        }
        return name.equals("<clinit>") || name.equals("static")
                ? "The initialiser of " + type
                : name.equals("new") ? "The constructor of " + type : type + "." + name;
    }
}
