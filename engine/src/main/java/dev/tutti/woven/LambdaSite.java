package dev.tutti.woven;

import java.lang.invoke.SerializedLambda;
import java.util.Objects;

/**
 * What a lambda or method reference is made from besides its captured values; all names in the JVM's internal form.
 *
 * @param functional the interface
 * @param method the interface's method
 * @param descriptor that method's descriptor, erased
 * @param instantiated that method's descriptor as it is used here
 * @param code the method behind it
 */
public record LambdaSite(String functional, String method, String descriptor, String instantiated, Code code) {

    /**
     * The method behind a lambda.
     *
     * @param kind how it is called: one of the {@code REF_} constants of {@link java.lang.invoke.MethodHandleInfo}
     */
    public record Code(int kind, String owner, String name, String descriptor) {
        public Code {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(descriptor, "descriptor");
        }
    }

    public LambdaSite {
        Objects.requireNonNull(functional, "functional");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(descriptor, "descriptor");
        Objects.requireNonNull(instantiated, "instantiated");
        Objects.requireNonNull(code, "code");
    }

    /** The site of a serialized lambda. */
    public static LambdaSite of(SerializedLambda lambda) {
        Code code = new Code(
                lambda.getImplMethodKind(),
                lambda.getImplClass(),
                lambda.getImplMethodName(),
                lambda.getImplMethodSignature());
        return new LambdaSite(
                lambda.getFunctionalInterfaceClass(),
                lambda.getFunctionalInterfaceMethodName(),
                lambda.getFunctionalInterfaceMethodSignature(),
                lambda.getInstantiatedMethodType(),
                code);
    }
}
