package dev.tutti.kernel.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The calls of a thread as users know them: from the code of a cell up, without the engine below it. */
final class JdiFrames {

    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*(\\$\\$\\d+(x\\d+)?|\\$)?");
    private static final List<String> NOT_THE_USERS =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.tutti.", "REPL.$Defined$");

    private JdiFrames() {}

    /** What is stepped over: patterns of classes. */
    static List<String> passedOver() {
        return NOT_THE_USERS.stream().map(start -> start + "*").toList();
    }

    static boolean isUsers(Location location) {
        String type = location.declaringType().name();
        return NOT_THE_USERS.stream().noneMatch(type::startsWith);
    }

    /** Newest first; none if the thread runs no code of the user's. */
    static List<CallFrame> of(ThreadReference thread) throws IncompatibleThreadStateException {
        List<StackFrame> frames = thread.frames();
        int end = frames.size();
        while (end > 0 && !isUsers(frames.get(end - 1).location())) {
            end--;
        }
        List<CallFrame> calls = new ArrayList<>();
        for (StackFrame frame : frames.subList(0, end)) {
            calls.add(of(frame.location()));
        }
        return calls;
    }

    static CallFrame of(Location location) {
        return new CallFrame(method(location.method()), source(location), location.lineNumber());
    }

    private static String source(Location location) {
        try {
            return location.sourceName();
        } catch (AbsentInformationException e) {
            return location.declaringType().name();
        }
    }

    private static String method(Method method) {
        String type = typeName(method.declaringType().name());
        String name = method.name();
        if (type.isEmpty() && name.equals("do_it$")) {
            return "";
        }
        if (name.startsWith("lambda$")) {
            return "lambda";
        }
        if (method.isConstructor()) {
            return "new " + type;
        }
        if (method.isStaticInitializer()) {
            return type + " (static)";
        }
        return type.isEmpty() ? name : type + "." + name;
    }

    /** As it was typed; empty for what holds the code of a cell itself. */
    static String typeName(String name) {
        return WRAPPER.matcher(name).replaceAll("").replace('$', '.');
    }
}
