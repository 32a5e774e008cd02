package dev.tutti.engine.codec;

import dev.tutti.woven.LambdaSite;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a lambda's class: how its captured values are got at, and its site as bytes. Kept with the class, so
 * that the lambda of a loop is encoded in a microsecond. Any thread.
 *
 * <p>The site is: string capturing class, functional interface, method, descriptor, descriptor as used; int kind; string
 * owner, name, descriptor of the code; int count and as many times string of further interfaces. Names are binary where
 * they are of a class that is to be loaded first, else in the JVM's form.
 */
final class LambdaClass {

    private static final MethodType REPLACE = MethodType.methodType(Object.class, Object.class);

    private static final ClassValue<LambdaClass> KNOWN = new ClassValue<>() {
        @Override
        protected LambdaClass computeValue(Class<?> type) {
            return new LambdaClass(type);
        }
    };

    private final Class<?> type;
    private final MethodHandle replace;
    private final String closed;
    private volatile Site site;

    private LambdaClass(Class<?> type) {
        this.type = type;
        MethodHandle found = null;
        String why = null;
        if (Serializable.class.isAssignableFrom(type)) {
            try {
                found = Access.in(type)
                        .findVirtual(type, "writeReplace", MethodType.methodType(Object.class))
                        .asType(REPLACE);
            } catch (NoSuchMethodException e) {
                why = null; // of a hidden class that no lambda made
            } catch (IllegalAccessException e) {
                why = "its code lies in " + type.getModule()
                        + ", which is closed. Start the JVM with --add-opens=java.base/java.lang.invoke=ALL-UNNAMED.";
            }
        }
        this.replace = found;
        this.closed = why;
    }

    /** Whether the JVM made this class for a lambda or method reference. */
    static boolean is(Class<?> type) {
        return type.isHidden() && type.isSynthetic();
    }

    static LambdaClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Why lambdas of this class cannot travel, if they cannot. */
    Optional<String> obstacle() {
        if (replace != null) {
            return Optional.empty();
        }
        if (closed != null) {
            return Optional.of("This lambda cannot be taken apart: " + closed);
        }
        Class<?>[] interfaces = type.getInterfaces();
        String functional = interfaces.length == 0 ? "an interface" : interfaces[0].getName();
        return Optional.of("It is a lambda or method reference that was compiled as a plain " + functional
                + ", of which Java keeps no description. Write it where a parameter of type dev.tutti.client.Call,"
                + " Action, Fn, Fn2 or Fn3 takes it, or declare its variable with such a type (or any interface that"
                + " extends java.io.Serializable).");
    }

    /** The lambda as data. @throws UnsendableException if it cannot travel */
    SerializedLambda serialized(Object lambda) throws UnsendableException {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            throw new UnsendableException("The lambda cannot travel. " + obstacle.get());
        }
        try {
            return (SerializedLambda) (Object) replace.invokeExact(lambda);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UnsendableException("The lambda " + type.getName() + " cannot be taken apart: " + e, e);
        }
    }

    /** Of any lambda of the class. */
    Site site(SerializedLambda lambda) {
        Site known = site;
        if (known == null) {
            known = new Site(bytes(lambda), Optional.ofNullable(code(lambda)));
            site = known;
        }
        return known;
    }

    private byte[] bytes(SerializedLambda lambda) {
        LambdaSite of = LambdaSite.of(lambda);
        ByteSink sink = new ByteSink(256)
                .putString(lambda.getCapturingClass().replace('/', '.'))
                .putString(of.functional())
                .putString(of.method())
                .putString(of.descriptor())
                .putString(of.instantiated())
                .putInt(of.code().kind())
                .putString(of.code().owner())
                .putString(of.code().name())
                .putString(of.code().descriptor());
        List<String> markers = new ArrayList<>();
        for (Class<?> each : type.getInterfaces()) {
            if (each != Serializable.class
                    && !each.getName().equals(of.functional().replace('/', '.'))) {
                markers.add(each.getName());
            }
        }
        sink.putInt(markers.size());
        for (String marker : markers) {
            sink.putString(marker);
        }
        return sink.toBytes();
    }

    private static CodeSite code(SerializedLambda lambda) {
        String owner = lambda.getImplClass().replace('/', '.');
        return CodeSite.isOfSession(owner)
                ? new CodeSite(owner, lambda.getImplMethodName(), lambda.getImplMethodSignature())
                : null;
    }

    /**
     * A lambda's site.
     *
     * @param bytes not to be changed
     * @param code the code behind it, if it is the session's
     */
    record Site(byte[] bytes, Optional<CodeSite> code) {}
}
