package dev.tutti.engine.measure;

/** Names of classes as the JVM has them, as people write them. */
final class TypeName {

    private static final String WRAPPER = "^REPL\\.\\$JShell\\$[0-9A-Z]+[$.]?";

    private TypeName() {}

    /** {@code [[I} is {@code int[][]}; a class typed at the prompt has its own name. */
    static String of(String binary) {
        int dimensions = 0;
        while (dimensions < binary.length() && binary.charAt(dimensions) == '[') {
            dimensions++;
        }
        String element = binary.substring(dimensions);
        if (dimensions > 0) {
            element = element(element);
        }
        return withoutHash(element.replaceFirst(WRAPPER, "")) + "[]".repeat(dimensions);
    }

    private static String element(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'B' -> "byte";
            case 'C' -> "char";
            case 'D' -> "double";
            case 'F' -> "float";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'S' -> "short";
            case 'Z' -> "boolean";
            default -> descriptor.substring(1, descriptor.length() - (descriptor.endsWith(";") ? 1 : 0));
        };
    }

    /** Hidden classes have an address in their name, which differs from engine to engine. */
    private static String withoutHash(String name) {
        return name.replaceFirst("[+/]0x[0-9a-f]+$", "").replaceFirst("\\$\\$Lambda$", " (lambda)");
    }
}
