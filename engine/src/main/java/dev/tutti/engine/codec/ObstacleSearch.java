package dev.tutti.engine.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for what keeps a value from travelling, nearest first, after it was refused: so that the message can name the way
 * there ({@code capture k → Foo.conn → java.net.Socket}).
 */
final class ObstacleSearch {

    /** Objects looked at before it is given up. */
    private static final int LIMIT = 1_000_000;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Step> next = new ArrayDeque<>();
    private final Map<Class<?>, Optional<String>> reasons = new HashMap<>();
    private final Map<Class<?>, List<Getter>> getters = new HashMap<>();

    /** An object with the way to it. */
    private record Step(Object object, Step from, String label) {
        String path() {
            return from == null ? label : (from.path() + (from.label.isEmpty() ? "" : " → ") + label);
        }
    }

    /** The message about the nearest obstacle, if one is found. */
    Optional<String> from(Object value) {
        visit(value, null, "");
        for (int looked = 0; looked < LIMIT && !next.isEmpty(); looked++) {
            Step step = next.poll();
            Class<?> type = step.object().getClass();
            Optional<String> reason = reasons.computeIfAbsent(type, Obstacles::of);
            if (reason.isPresent()) {
                String path = step.path();
                String end = LambdaClass.is(type) ? "a lambda" : name(type);
                return Optional.of(path + (path.isEmpty() ? "" : " → ") + end + " cannot travel. " + reason.get());
            }
            expand(step);
        }
        return Optional.empty();
    }

    private void visit(Object object, Step from, String label) {
        if (object != null && !RawCodec.handles(object) && seen.add(object)) {
            next.add(new Step(object, from, label));
        }
    }

    private void expand(Step step) {
        Object object = step.object();
        if (LambdaClass.is(object.getClass())) {
            captures(step);
        } else if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                visit(array[i], step, "[" + i + "]");
            }
        } else if (!Obstacles.ofPlatform(object.getClass())) {
            fields(step);
        }
        if (object instanceof Collection<?> elements) {
            int i = 0;
            for (Object element : elements) {
                visit(element, step, "[" + i++ + "]");
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visit(key, step, "a key");
                visit(value, step, "[" + (RawCodec.handles(key) ? key : name(key.getClass())) + "]");
            });
        } else if (object instanceof Optional<?> optional) {
            visit(optional.orElse(null), step, "its value");
        } else if (object instanceof AtomicReference<?> reference) {
            visit(reference.get(), step, "its value");
        } else if (object instanceof Throwable throwable) {
            visit(throwable.getCause(), step, "its cause");
        }
    }

    private void captures(Step step) {
        try {
            SerializedLambda lambda = LambdaClass.of(step.object().getClass()).serialized(step.object());
            String[] names = CaptureNames.of(lambda, step.object().getClass().getClassLoader());
            for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
                visit(lambda.getCapturedArg(i), step, "capture " + names[i]);
            }
        } catch (UnsendableException e) {
            // It is an obstacle itself, and has been told.
        }
    }

    private void fields(Step step) {
        for (Getter getter : getters.computeIfAbsent(step.object().getClass(), ObstacleSearch::getters)) {
            try {
                visit(getter.handle().invoke(step.object()), step, getter.label());
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A field's value cannot be had: " + getter.label(), e);
            }
        }
    }

    /** A field that objects can be in. */
    private record Getter(MethodHandle handle, String label) {}

    private static List<Getter> getters(Class<?> of) {
        List<Getter> getters = new ArrayList<>();
        for (Class<?> type = of; type != null && !Obstacles.ofPlatform(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive()
                        && !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())) {
                    try {
                        MethodHandle handle = Access.in(type).unreflectGetter(field);
                        getters.add(new Getter(handle, name(type) + "." + field.getName()));
                    } catch (IllegalAccessException e) {
                        break; // of a closed module: no way leads through it that we can name
                    }
                }
            }
        }
        return getters;
    }

    /** As the user wrote it: without the wrapper class around what was typed at the prompt. */
    private static String name(Class<?> type) {
        if (Obstacles.ofPlatform(type)) {
            return type.getTypeName();
        }
        String name = type.getTypeName().replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "");
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
