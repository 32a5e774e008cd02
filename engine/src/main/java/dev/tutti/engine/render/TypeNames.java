package dev.tutti.engine.render;

/** Run-time classes in source form. */
public final class TypeNames {

    private static final String WRAPPER = "REPL.$JShell$";

    private TypeNames() {}

    static String of(Object value) {
        return value == null ? "null" : of(value.getClass());
    }

    /** With the package, unless the type was declared at the prompt. */
    public static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()).concat("[]");
        }
        if (isNameless(type)) {
            Class<?>[] interfaces = type.getInterfaces();
            return of(interfaces.length == 1 ? interfaces[0] : type.getSuperclass());
        }
        String canonical = type.getCanonicalName();
        if (canonical == null) {
            return PromptNames.strip(type.getName());
        }
        int end = canonical.startsWith(WRAPPER) ? canonical.indexOf('.', WRAPPER.length()) : -1;
        return canonical.substring(end + 1);
    }

    /** The last part of the name alone. */
    public static String simple(Class<?> type) {
        String name = of(type);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** Lambdas and anonymous classes: nobody gave them a name. */
    static boolean isNameless(Class<?> type) {
        return type.isHidden() || type.isAnonymousClass();
    }
}
