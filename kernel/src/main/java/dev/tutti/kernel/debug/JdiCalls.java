package dev.tutti.kernel.debug;

import com.sun.jdi.CharValue;
import com.sun.jdi.ClassLoaderReference;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.util.List;

/** Calls methods in the debugged JVM, on a thread that stands still; also those that make text of values. */
final class JdiCalls {

    private static final String RENDERER = "dev.tutti.engine.render.Renderer";
    private static final String LIMITS = "dev.tutti.engine.wire.RenderLimits";
    private static final String ENGINE = "dev.tutti.engine.EngineMain";

    /** How the text of what is thrown begins where a variable has no value. */
    private static final String UNDEFINED = "dev.tutti.woven.UndefinedVariableException: ";

    private final VirtualMachine jvm;
    private final ThreadReference thread;

    JdiCalls(VirtualMachine jvm, ThreadReference thread) {
        this.jvm = jvm;
        this.thread = thread;
    }

    /** Where the classes of the session are. */
    ClassLoaderReference sessionLoader() throws DebugException, IncompatibleThreadStateException {
        for (StackFrame frame : thread.frames()) {
            ReferenceType type = frame.location().declaringType();
            if (type.name().startsWith("REPL.")) {
                return type.classLoader();
            }
        }
        throw new DebugException("No code of the session runs in this thread.");
    }

    /** A class by its name, initialized. */
    ClassType load(ClassLoaderReference loader, String name) throws DebugException {
        for (ReferenceType loaded : jvm.classesByName(name)) {
            if (loaded instanceof ClassType type && type.isInitialized() && loader.equals(type.classLoader())) {
                return type;
            }
        }
        ClassType classes = (ClassType) jvm.classesByName("java.lang.Class").getFirst();
        Method forName = classes.concreteMethodByName(
                "forName", "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;");
        Value loaded = call(classes, forName, List.of(jvm.mirrorOf(name), jvm.mirrorOf(true), loader));
        return (ClassType) ((ClassObjectReference) loaded).reflectedType();
    }

    /** Calls the one static method of this name. */
    Value call(ClassType type, String method, List<? extends Value> arguments) throws DebugException {
        return call(type, type.methodsByName(method).getFirst(), arguments);
    }

    private Value call(ClassType type, Method method, List<? extends Value> arguments) throws DebugException {
        try {
            return type.invokeMethod(thread, method, arguments, ObjectReference.INVOKE_SINGLE_THREADED);
        } catch (InvocationException e) {
            String message = JdiValues.message(e.exception());
            if (message.startsWith(UNDEFINED)) {
                throw new DebugException(message.substring(UNDEFINED.length()).split(" ")[0]
                        + " has no value in the debugger. Values that cannot be copied to another process are"
                        + " left out.");
            }
            throw new DebugException(message + "\n  was thrown by this expression.");
        } catch (InvalidTypeException | ClassNotLoadedException | IncompatibleThreadStateException e) {
            throw new DebugException("This cannot be computed here: " + e.getMessage() + ".");
        }
    }

    /** A value as results of cells are shown. */
    String text(Value value) throws DebugException {
        return switch (value) {
            case null -> "null";
            case CharValue character -> "'" + character.value() + "'";
            case PrimitiveValue primitive -> primitive.toString();
            case ObjectReference object -> rendered(object);
            default -> ""; // there is none: void
        };
    }

    private String rendered(ObjectReference object) throws DebugException {
        ClassLoaderReference engine = jvm.classesByName(ENGINE).getFirst().classLoader();
        ClassType limits = load(engine, LIMITS);
        Field usual = limits.fieldByName("DEFAULT");
        ObjectReference rendered =
                (ObjectReference) call(load(engine, RENDERER), "render", List.of(object, limits.getValue(usual)));
        Field text = rendered.referenceType().fieldByName("text");
        return ((StringReference) rendered.getValue(text)).value();
    }
}
