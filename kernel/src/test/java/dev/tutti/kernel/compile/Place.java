package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.VariableRef;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassDefinition;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an engine does with compiled cells, in little: a class loader, defined variables, real redefinition. */
final class Place {

    /** A read of a variable that has no value here. */
    static final class Undefined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undefined(VariableRef variable) {
            super(variable + " is not defined here");
        }
    }

    private static int stopChecks;

    private final CellCompiler compiler;
    private final Loader loader = new Loader();
    private final Map<String, ClassFile> received = new HashMap<>();
    private final Map<String, Class<?>> loaded = new HashMap<>();
    private final Set<VariableRef> defined = new HashSet<>();
    private final List<Object> results = new ArrayList<>();

    Place(CellCompiler compiler) {
        this.compiler = compiler;
    }

    static void countStopCheck() {
        stopChecks++;
    }

    static int stopChecks() {
        return stopChecks;
    }

    /** Runs a committed cell; its last result, if it has one. */
    Optional<Object> run(CompiledCell cell) throws Throwable {
        results.clear();
        for (Loss loss : cell.losses()) {
            loss.variables().forEach(v -> defined.remove(v.ref()));
        }
        defined.removeAll(cell.dropped());
        for (CompiledStep step : cell.steps()) {
            step.classes().forEach(c -> received.put(c.name(), c));
            redefine(step.redefinitions());
            for (CompiledEntry entry : step.entries()) {
                run(entry);
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.ofNullable(results.getLast());
    }

    /** All results of the last cell. */
    List<Object> results() {
        return results;
    }

    private void redefine(List<ClassFile> classes) throws Exception {
        for (ClassFile file : classes) {
            received.put(file.name(), file);
            Class<?> old = loaded.get(file.name());
            if (old != null) {
                RedefinitionAgent.instrumentation().redefineClasses(new ClassDefinition(old, file.bytes()));
            }
        }
    }

    private void run(CompiledEntry entry) throws Throwable {
        entry.reads().forEach(v -> read(v.ref()));
        defined.removeAll(entry.entry().declares());
        Class<?> wrapper = Class.forName(entry.entry().className(), true, loader);
        try {
            var method = wrapper.getDeclaredMethod(entry.entry().method());
            method.setAccessible(true);
            Object value = method.invoke(null);
            if (entry.entry().result()) {
                results.add(value);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        defined.addAll(entry.entry().declares());
    }

    void read(VariableRef variable) {
        if (!defined.contains(variable)) {
            throw new Undefined(variable);
        }
    }

    void write(VariableRef variable) {
        defined.add(variable);
    }

    Class<?> load(String className) throws ClassNotFoundException {
        return Class.forName(className, true, loader);
    }

    boolean isDefined(VariableRef variable) {
        return defined.contains(variable);
    }

    ClassLoader loader() {
        return loader;
    }

    /** The value of a variable, as its field has it. */
    Object value(VariableRef variable) {
        try {
            var field = Class.forName(variable.className(), true, loader).getDeclaredField(variable.field());
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(variable + " has no field here", e);
        }
    }

    final class Loader extends ClassLoader {

        Loader() {
            super(Place.class.getClassLoader());
        }

        Place place() {
            return Place.this;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.equals("dev.tutti.woven.Lambdas")) {
                    return loaded.computeIfAbsent(name, n -> define(lambdas(n)));
                }
                if (name.equals("dev.tutti.woven.Definitions") || name.equals("dev.tutti.woven.StopCheck")) {
                    return loaded.computeIfAbsent(name, n -> define(bridge(n)));
                }
                return super.loadClass(name, resolve);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ClassFile file = received.containsKey(name)
                    ? received.get(name)
                    : compiler.classFile(name).orElseThrow(() -> new ClassNotFoundException(name));
            Class<?> type = define(file);
            loaded.put(name, type);
            return type;
        }

        private Class<?> define(ClassFile file) {
            return defineClass(file.name(), file.bytes(), 0, file.bytes().length);
        }
    }

    /** The engine's maker of serialized lambdas, forwarded to {@link PlaceLambdas}. */
    private static ClassFile lambdas(String name) {
        MethodTypeDesc resolve = MethodTypeDesc.of(
                ConstantDescs.CD_Object,
                MethodHandles.Lookup.class.describeConstable().orElseThrow(),
                SerializedLambda.class.describeConstable().orElseThrow());
        int flags = java.lang.classfile.ClassFile.ACC_PUBLIC | java.lang.classfile.ClassFile.ACC_STATIC;
        byte[] bytes = java.lang.classfile.ClassFile.of().build(ClassDesc.of(name), type -> {
            type.withFlags(java.lang.classfile.ClassFile.ACC_PUBLIC);
            type.withMethodBody(
                    "resolve",
                    resolve,
                    flags,
                    code -> code.aload(0)
                            .aload(1)
                            .invokestatic(ClassDesc.of(PlaceLambdas.class.getName()), "resolve", resolve)
                            .areturn());
        });
        return new ClassFile(name, bytes);
    }

    /** A class of the engine's, forwarded to {@link PlaceDefinitions}. */
    private static ClassFile bridge(String name) {
        ClassDesc target = ClassDesc.of(PlaceDefinitions.class.getName());
        ClassDesc handle = MethodHandle.class.describeConstable().orElseThrow();
        ClassDesc lookup = MethodHandles.Lookup.class.describeConstable().orElseThrow();
        MethodTypeDesc make = MethodTypeDesc.of(handle, lookup, ConstantDescs.CD_String, ConstantDescs.CD_String);
        int flags = java.lang.classfile.ClassFile.ACC_PUBLIC | java.lang.classfile.ClassFile.ACC_STATIC;
        byte[] bytes = java.lang.classfile.ClassFile.of().build(ClassDesc.of(name), type -> {
            type.withFlags(java.lang.classfile.ClassFile.ACC_PUBLIC);
            type.withMethodBody(
                    "check",
                    ConstantDescs.MTD_void,
                    flags,
                    code -> code.invokestatic(target, "check", ConstantDescs.MTD_void)
                            .return_());
            for (String kind : List.of("read", "write")) {
                type.withMethodBody(
                        kind,
                        make,
                        flags,
                        code -> code.aload(0)
                                .aload(1)
                                .aload(2)
                                .invokestatic(target, kind, make)
                                .areturn());
            }
        });
        return new ClassFile(name, bytes);
    }
}
