package dev.tutti.kernel.compile;

/**
 * What the compiler says about an expression.
 *
 * @param type its type as the compiler writes it, {@code java.util.List<java.lang.String>}; the type itself if it
 *     names one
 * @param namesType whether the expression is no value but the name of a type
 */
record StaticType(String type, boolean namesType) {

    /** Of a call that gives no value. */
    static final StaticType VOID = new StaticType("void", false);

    /**
     * Reads JShell's one-line headers: {@code words:java.util.List<…>} for variables and fields, {@code
     * java.util.Map<K, V>} and {@code P(int x)} for types.
     */
    static StaticType ofHeader(String header) {
        int colon = header.indexOf(':');
        if (colon >= 0) {
            return new StaticType(header.substring(colon + 1).strip(), false);
        }
        int parameters = header.indexOf('(');
        return new StaticType(TypeText.erased(parameters < 0 ? header : header.substring(0, parameters)), true);
    }
}
