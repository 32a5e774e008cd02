package dev.tutti.woven;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes lambdas again from what was sent of them. Woven classes call {@link #resolve} in their
 * {@code $deserializeLambda$}, in place of the long comparison of sites that javac would generate.
 *
 * <p>Linking a site costs some 50 to 100 µs and is done once for each capturing class; the factory is kept with that
 * class and goes when it goes. Any thread.
 */
public final class Lambdas {

    private static final ClassValue<Map<LambdaSite, Factory>> LINKED = new ClassValue<>() {
        @Override
        protected Map<LambdaSite, Factory> computeValue(Class<?> capturing) {
            return new ConcurrentHashMap<>();
        }
    };

    private Lambdas() {}

    /** Makes the lambdas of one site. */
    public sealed interface Factory {

        /** A lambda with these captured values, as many as were told when the site was linked. */
        Object make(Object[] captured);
    }

    /** Of a site that captures nothing: one lambda is as good as another, as in the JVM itself. */
    private record Same(Object lambda) implements Factory {
        @Override
        public Object make(Object[] captured) {
            return lambda;
        }
    }

    private record Each(MethodHandle target) implements Factory {
        @Override
        public Object make(Object[] captured) {
            return call(target, captured);
        }
    }

    private static Object call(MethodHandle target) {
        try {
            return (Object) target.asType(MethodType.genericMethodType(0)).invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("A lambda could not be made: " + e, e);
        }
    }

    private static Object call(MethodHandle target, Object[] captured) {
        try {
            return (Object) target.invokeExact(captured);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("A lambda could not be made from its captured values: " + e, e);
        }
    }

    /**
     * A lambda with the site and the captured values of another one; it can be serialized again.
     *
     * @param caller a lookup of the capturing class with full access
     * @throws IllegalArgumentException if its code is not there, or is not of that shape
     */
    public static Object resolve(Lookup caller, SerializedLambda lambda) {
        Map<LambdaSite, Factory> linked = LINKED.get(caller.lookupClass());
        LambdaSite site = LambdaSite.of(lambda);
        Factory factory = linked.get(site);
        Object[] captured = new Object[lambda.getCapturedArgCount()];
        if (factory == null) {
            factory = link(caller, site, captured.length, List.of());
            linked.put(site, factory);
        }
        for (int i = 0; i < captured.length; i++) {
            captured[i] = lambda.getCapturedArg(i);
        }
        return factory.make(captured);
    }

    /**
     * Links a site.
     *
     * @param caller a lookup of the capturing class with full access
     * @param captured how many values it captures
     * @param markers interfaces that the lambda is to implement besides
     * @throws IllegalArgumentException if the code is not there, or is not of that shape
     */
    public static Factory link(Lookup caller, LambdaSite site, int captured, List<Class<?>> markers) {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        try {
            Class<?> functional = Class.forName(site.functional().replace('/', '.'), false, loader);
            MethodType method = MethodType.fromMethodDescriptorString(site.descriptor(), loader);
            MethodHandle code = code(caller, site.code(), loader);
            MethodType factoryType = MethodType.methodType(
                    functional, code.type().parameterList().subList(0, captured));
            List<Object> arguments = new ArrayList<>(List.of(
                    method,
                    code,
                    MethodType.fromMethodDescriptorString(site.instantiated(), loader),
                    LambdaMetafactory.FLAG_SERIALIZABLE
                            | LambdaMetafactory.FLAG_MARKERS
                            | LambdaMetafactory.FLAG_BRIDGES,
                    markers.size()));
            arguments.addAll(markers);
            List<MethodType> bridges = bridges(functional, site.method(), method, markers);
            arguments.add(bridges.size());
            arguments.addAll(bridges);
            MethodHandle target = LambdaMetafactory.altMetafactory(
                            caller, site.method(), factoryType, arguments.toArray())
                    .getTarget();
            return captured == 0
                    ? new Same(call(target))
                    : new Each(target.asType(target.type().generic()).asSpreader(Object[].class, captured));
        } catch (ReflectiveOperationException
                | LambdaConversionException
                | LinkageError
                | TypeNotPresentException
                | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "The lambda of " + caller.lookupClass().getName() + " whose code is "
                            + site.code().owner().replace('/', '.') + "."
                            + site.code().name() + " cannot be made here: " + e + ".",
                    e);
        }
    }

    private static MethodHandle code(Lookup caller, LambdaSite.Code code, ClassLoader loader)
            throws ReflectiveOperationException {
        Class<?> owner = Class.forName(code.owner().replace('/', '.'), false, loader);
        MethodType type = MethodType.fromMethodDescriptorString(code.descriptor(), loader);
        return switch (code.kind()) {
            case MethodHandleInfo.REF_invokeStatic -> caller.findStatic(owner, code.name(), type);
            case MethodHandleInfo.REF_newInvokeSpecial -> caller.findConstructor(owner, type);
            case MethodHandleInfo.REF_invokeSpecial ->
                caller.findSpecial(owner, code.name(), type, caller.lookupClass());
            case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
                caller.findVirtual(owner, code.name(), type);
            default -> throw new NoSuchMethodException("a method is not called by a reference of kind " + code.kind());
        };
    }

    /** The other descriptors under which the method is abstract in the interfaces: each needs a bridge to the code. */
    private static List<MethodType> bridges(
            Class<?> functional, String name, MethodType method, List<Class<?>> markers) {
        List<MethodType> bridges = new ArrayList<>();
        List<Class<?>> interfaces = new ArrayList<>(markers);
        interfaces.add(functional);
        for (Class<?> type : interfaces) {
            for (Method candidate : type.getMethods()) {
                if (candidate.getName().equals(name)
                        && Modifier.isAbstract(candidate.getModifiers())
                        && candidate.getParameterCount() == method.parameterCount()) {
                    MethodType other = MethodType.methodType(candidate.getReturnType(), candidate.getParameterTypes());
                    if (!other.equals(method) && !bridges.contains(other)) {
                        bridges.add(other);
                    }
                }
            }
        }
        return bridges;
    }
}
