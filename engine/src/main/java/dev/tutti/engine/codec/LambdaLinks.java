package dev.tutti.engine.codec;

import dev.tutti.woven.LambdaSite;
import dev.tutti.woven.Lambdas;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes lambdas from their sites, for one class loader; each site is linked once. Any thread. */
final class LambdaLinks {

    private static final MethodType DESERIALIZE = MethodType.methodType(Object.class, SerializedLambda.class);

    private final Map<Key, Factory> linked = new ConcurrentHashMap<>();
    private final ClassLoader loader;

    LambdaLinks(ClassLoader loader) {
        this.loader = loader;
    }

    /** Makes lambdas of one site. */
    @FunctionalInterface
    private interface Factory {
        Object make(Object[] captured) throws UnsendableException;
    }

    Object make(byte[] site, Object[] captured) throws UnsendableException {
        Key key = new Key(site, Arrays.hashCode(site));
        Factory factory = linked.get(key);
        try {
            if (factory == null) {
                factory = link(site, captured.length);
                linked.put(key, factory);
            }
            return factory.make(captured);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UnsendableException(
                    "A lambda cannot be made here, because a class of its code cannot be had: " + e.getMessage(), e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new UnsendableException(
                    "A lambda cannot be made here, because its class is closed: " + e.getMessage()
                            + ". Start the JVM with --add-opens=java.base/java.lang.invoke=ALL-UNNAMED.",
                    e);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new UnsendableException(e.getMessage(), e);
        }
    }

    private Factory link(byte[] bytes, int captured)
            throws UnsendableException, ClassNotFoundException, NoSuchMethodException, IllegalAccessException {
        ByteSource source = new ByteSource(bytes);
        Class<?> capturing = Class.forName(source.getString(), false, loader);
        String functional = source.getString();
        String method = source.getString();
        String descriptor = source.getString();
        String instantiated = source.getString();
        LambdaSite.Code code =
                new LambdaSite.Code(source.getInt(), source.getString(), source.getString(), source.getString());
        LambdaSite site = new LambdaSite(functional, method, descriptor, instantiated, code);
        List<Class<?>> markers = new ArrayList<>();
        for (int i = source.getCount(4); i > 0; i--) {
            markers.add(Class.forName(source.getString(), false, loader));
        }
        Lookup lookup = Access.in(capturing);
        if (!lookup.hasFullPrivilegeAccess()) {
            return byItsClass(lookup, site);
        }
        MethodHandle factory = Lambdas.link(lookup, site, captured, markers);
        return values -> Lambdas.make(factory, values);
    }

    /** Where we may call all of a class, but not act in its place: it makes its lambdas itself. */
    private static Factory byItsClass(Lookup lookup, LambdaSite site)
            throws NoSuchMethodException, IllegalAccessException {
        Class<?> capturing = lookup.lookupClass();
        MethodHandle deserialize = lookup.findStatic(capturing, "$deserializeLambda$", DESERIALIZE);
        return values -> {
            SerializedLambda form = new SerializedLambda(
                    capturing,
                    site.functional(),
                    site.method(),
                    site.descriptor(),
                    site.code().kind(),
                    site.code().owner(),
                    site.code().name(),
                    site.code().descriptor(),
                    site.instantiated(),
                    values);
            try {
                return (Object) deserialize.invokeExact(form);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new UnsendableException("A lambda of " + capturing.getName() + " cannot be made here: " + e, e);
            }
        };
    }

    /** A site's bytes as a key; they are not changed by whoever has them. */
    private record Key(byte[] bytes, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.hash == hash && Arrays.equals(key.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
