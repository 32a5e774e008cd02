package dev.tutti.engine.codec;

import java.util.Objects;

/**
 * Code that an encoded value brings along: the method behind a lambda or method reference, or all methods of a type of
 * the session's.
 *
 * @param className the class of the code
 * @param method its method; empty for all methods of the class
 * @param descriptor the method's descriptor; empty for all
 */
public record CodeSite(String className, String method, String descriptor) {

    /** The package of all that was typed at the prompt. */
    private static final String SESSION = "REPL.";

    public CodeSite {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(descriptor, "descriptor");
    }

    /** All methods of a class. */
    static CodeSite of(Class<?> type) {
        return new CodeSite(type.getName(), "", "");
    }

    /** Whether a class was typed at the prompt. */
    static boolean isOfSession(String className) {
        return className.startsWith(SESSION);
    }
}
