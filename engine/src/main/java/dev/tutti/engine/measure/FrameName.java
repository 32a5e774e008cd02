package dev.tutti.engine.measure;

/** Places in code as people name them. */
final class FrameName {

    private static final String ENTRY = "do_it$";

    /** Code of a cell outside of methods. */
    private static final String CELL = "(cell)";

    private FrameName() {}

    /** Whether it is there only for how the JVM or we call what the user wrote. */
    static boolean isMachinery(String className) {
        return className.startsWith("dev.tutti.woven.")
                || className.startsWith("java.lang.invoke.")
                || className.contains("$Lambda");
    }

    /** {@code fib (cell 3, line 1)}, {@code java.util.ArrayList.add (ArrayList.java:484)}. */
    static String of(StackTraceElement frame) {
        String file = frame.getFileName();
        String name = method(frame.getClassName(), frame.getMethodName());
        if (file == null || frame.getLineNumber() < 0) {
            return name;
        }
        if (name.equals(CELL)) {
            return file + ", line " + frame.getLineNumber();
        }
        return file.startsWith("cell ")
                ? name + " (" + file + ", line " + frame.getLineNumber() + ")"
                : name + " (" + file + ":" + frame.getLineNumber() + ")";
    }

    /** A method with its class; code outside of methods is that of the cell. */
    static String method(String className, String method) {
        String type = TypeName.of(className);
        boolean typed = !type.equals(className) || className.startsWith("REPL.");
        String own = method;
        if (own.startsWith("lambda$") && own.lastIndexOf('$') > "lambda$".length()) {
            own = own.substring("lambda$".length(), own.lastIndexOf('$'));
        }
        if (typed && (own.startsWith(ENTRY) || own.equals("do_it"))) {
            own = CELL;
        }
        return type.isEmpty() ? own : type + "." + own;
    }
}
