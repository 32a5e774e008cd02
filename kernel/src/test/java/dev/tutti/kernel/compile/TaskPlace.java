package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.TaskMessage.Captures;
import dev.tutti.engine.wire.VariableRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a client and an engine do with a function object, in little: what it reaches is asked, its variables' values are
 * taken at one place, and at another it is made again below a loader that defines the classes anew.
 */
final class TaskPlace {

    private final CellCompiler compiler;
    private final Place from;
    private final Place to;

    TaskPlace(CellCompiler compiler, Place from, Place to) {
        this.compiler = compiler;
        this.from = from;
        this.to = to;
    }

    /** What a function object reaches: by its lambda's code, or by the methods of its class. */
    static Captures captures(CellCompiler compiler, Object function) throws Exception {
        if (!function.getClass().isHidden()) {
            return compiler.captures(function.getClass().getName(), "", "");
        }
        SerializedLambda lambda = serialized(function);
        return compiler.captures(lambda.getImplClass(), lambda.getImplMethodName(), lambda.getImplMethodSignature());
    }

    static SerializedLambda serialized(Object lambda) throws Exception {
        Method replace = lambda.getClass().getDeclaredMethod("writeReplace");
        replace.setAccessible(true);
        return (SerializedLambda) replace.invoke(lambda);
    }

    /** The function object as an engine has it. */
    Object send(Object function) throws Exception {
        Captures captures = captures(compiler, function);
        if (captures.refusal().isPresent()) {
            throw new IllegalArgumentException(captures.refusal().get());
        }
        TaskLoader loader = new TaskLoader(Set.copyOf(captures.classes()));
        for (VariableRef variable : captures.reads()) {
            Field field = Class.forName(variable.className(), true, loader).getDeclaredField(variable.field());
            field.set(null, from.value(variable));
        }
        return copy(function, loader);
    }

    static Object copy(Object value, ClassLoader loader) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
                try {
                    return Class.forName(type.getName(), false, loader);
                } catch (ClassNotFoundException e) {
                    return super.resolveClass(type);
                }
            }
        }) {
            return in.readObject();
        }
    }

    /** An object of a class without any state, as the codec would make it. */
    Object instance(Object function) throws Exception {
        Captures captures = captures(compiler, function);
        assert captures.refusal().isEmpty() : captures.refusal();
        TaskLoader loader = new TaskLoader(Set.copyOf(captures.classes()));
        for (VariableRef variable : captures.reads()) {
            Class.forName(variable.className(), true, loader)
                    .getDeclaredField(variable.field())
                    .set(null, from.value(variable));
        }
        return Class.forName(function.getClass().getName(), true, loader)
                .getDeclaredConstructor()
                .newInstance();
    }

    private final class TaskLoader extends ClassLoader {

        private final Set<String> anew;

        TaskLoader(Set<String> anew) {
            super(to.loader());
            this.anew = new LinkedHashSet<>(anew);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!anew.contains(name)) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                ClassFile file = compiler.classFile(name).orElseThrow(() -> new ClassNotFoundException(name));
                return defineClass(name, file.bytes(), 0, file.bytes().length);
            }
        }
    }
}
