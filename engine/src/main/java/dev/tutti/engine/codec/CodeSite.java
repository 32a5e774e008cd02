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
    public CodeSite {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(descriptor, "descriptor");
    }
}
