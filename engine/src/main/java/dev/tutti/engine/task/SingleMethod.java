package dev.tutti.engine.task;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The one abstract method of a functional interface, of the JDK's, ours or the user's. Those of a lambda are all functional;
 * a class of the user's may well be {@code Comparable}, which has one method but is not meant so.
 */
final class SingleMethod {

    private final Method method;

    private SingleMethod(Method method) {
        this.method = method;
    }

    /** That of an interface of the object's whose method takes so many arguments. */
    static SingleMethod of(Object object, int count) throws RefusalException {
        for (Method method : all(object)) {
            if (method.getParameterCount() == count) {
                method.setAccessible(true); // its interface need not be public
                return new SingleMethod(method);
            }
        }
        throw new RefusalException(refusal(object, count));
    }

    /** How many arguments the object can be called with. */
    static SortedSet<Integer> counts(Object object) {
        SortedSet<Integer> counts = new TreeSet<>();
        for (Method method : all(object)) {
            counts.add(method.getParameterCount());
        }
        return counts;
    }

    int count() {
        return method.getParameterCount();
    }

    Object call(Object object, Object... arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RefusalException(
                    "The function's method " + method.getName() + " does not take these arguments: " + e.getMessage(),
                    e);
        }
    }

    private static String refusal(Object object, int count) {
        SortedSet<Integer> counts = counts(object);
        if (counts.isEmpty()) {
            return "A " + RefusalException.typeOf(object) + " is no function: it implements no functional interface.";
        }
        List<String> numbers = new ArrayList<>();
        counts.forEach(number -> numbers.add(Integer.toString(number)));
        String last = numbers.getLast();
        return "The function takes " + String.join(" or ", numbers) + (last.equals("1") ? " argument" : " arguments")
                + ", the task brings " + count + ".";
    }

    private static List<Method> all(Object object) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        if (object != null) {
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                collect(type, interfaces);
            }
        }
        List<Method> methods = new ArrayList<>();
        for (Class<?> type : interfaces) {
            if (!object.getClass().isHidden() && !type.isAnnotationPresent(FunctionalInterface.class)) {
                continue;
            }
            List<Method> candidates = new ArrayList<>();
            for (Method method : type.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers()) && !isOfObject(method)) {
                    candidates.add(method);
                }
            }
            if (candidates.size() == 1) {
                methods.add(candidates.getFirst());
            }
        }
        return methods;
    }

    private static void collect(Class<?> type, Set<Class<?>> into) {
        for (Class<?> parent : type.getInterfaces()) {
            into.add(parent);
            collect(parent, into);
        }
    }

    /** An interface may repeat what every object has. */
    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException _) {
            return false;
        }
    }
}
