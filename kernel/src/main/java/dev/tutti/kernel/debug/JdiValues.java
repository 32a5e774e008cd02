package dev.tutti.kernel.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of a stopped thread: what names and expressions stand for, and how that reads. */
final class JdiValues {

    private static final Pattern PATH = Pattern.compile("[\\p{L}_$][\\w$]*((\\.[\\p{L}_$][\\w$]*)|(\\[\\d{1,9}]))*");
    private static final Pattern STEP = Pattern.compile("\\.?([\\p{L}_$][\\w$]*)|\\[(\\d+)]");
    private static final Pattern SELF = Pattern.compile("\\bthis\\b");
    private static final String SELF_NAME = "this$";

    private final VirtualMachine jvm;
    private final ThreadReference thread;
    private final SessionFacts facts;
    private final JdiCalls calls;

    JdiValues(VirtualMachine jvm, ThreadReference thread, SessionFacts facts) {
        this.jvm = jvm;
        this.thread = thread;
        this.facts = facts;
        this.calls = new JdiCalls(jvm, thread);
    }

    /** A value as results of cells are shown. */
    String text(Value value) throws DebugException {
        return calls.text(value);
    }

    /** Type and message of something thrown; asks no code of it. */
    static String message(ObjectReference thrown) {
        String type = JdiFrames.typeName(thrown.referenceType().name());
        Field field = thrown.referenceType().fieldByName("detailMessage");
        return field != null && thrown.getValue(field) instanceof StringReference message
                ? type + ": " + message.value()
                : type;
    }

    String evaluate(int frame, String expression)
            throws DebugException, AbsentInformationException, IncompatibleThreadStateException {
        if (PATH.matcher(expression).matches()) {
            Optional<Result> found = path(frame, expression);
            if (found.isPresent()) {
                return calls.text(found.get().value());
            }
        }
        return compiled(frame, expression);
    }

    /** Null is a value here. */
    private record Result(Value value) {}

    /** What a path of names and indexes leads to; empty if the compiler must say what it means. */
    private Optional<Result> path(int frame, String path)
            throws DebugException, AbsentInformationException, IncompatibleThreadStateException {
        Matcher step = STEP.matcher(path);
        step.find();
        Optional<Result> at = root(frame, step.group(1));
        while (at.isPresent() && step.find()) {
            at = step.group(2) == null
                    ? field(at.get().value(), step.group(1))
                    : element(at.get().value(), Long.parseLong(step.group(2)));
        }
        return at;
    }

    private Optional<Result> root(int frame, String name)
            throws AbsentInformationException, IncompatibleThreadStateException {
        StackFrame at = thread.frame(frame);
        if (name.equals("this")) {
            return Optional.ofNullable(at.thisObject()).map(Result::new);
        }
        LocalVariable local = hasLocals(at) ? at.visibleVariableByName(name) : null;
        if (local != null) {
            return Optional.of(new Result(at.getValue(local)));
        }
        if (at.thisObject() != null) {
            Optional<Result> field = field(at.thisObject(), name);
            if (field.isPresent()) {
                return field;
            }
        }
        return facts.variable(name).flatMap(this::member);
    }

    private static boolean hasLocals(StackFrame frame) {
        try {
            frame.visibleVariables();
            return true;
        } catch (AbsentInformationException e) {
            return false;
        }
    }

    private Optional<Result> member(SessionFacts.Member member) {
        return jvm.classesByName(member.className()).stream()
                .filter(ReferenceType::isInitialized)
                .map(type -> {
                    Field field = type.fieldByName(member.name());
                    return field == null ? null : new Result(type.getValue(field));
                })
                .filter(result -> result != null)
                .findFirst();
    }

    private static Optional<Result> field(Value owner, String name) {
        if (owner instanceof ArrayReference array && name.equals("length")) {
            return Optional.of(new Result(array.virtualMachine().mirrorOf(array.length())));
        }
        if (owner instanceof ObjectReference object && object.referenceType().fieldByName(name) != null) {
            return Optional.of(new Result(object.getValue(object.referenceType().fieldByName(name))));
        }
        return Optional.empty();
    }

    private static Optional<Result> element(Value owner, long index) throws DebugException {
        if (!(owner instanceof ArrayReference array)) {
            return Optional.empty();
        }
        if (index >= array.length()) {
            throw new DebugException("The array has " + array.length() + " elements, so there is no [" + index + "].");
        }
        return Optional.of(new Result(array.getValue((int) index)));
    }

    private String compiled(int frame, String expression)
            throws DebugException, AbsentInformationException, IncompatibleThreadStateException {
        StackFrame at = thread.frame(frame);
        List<SessionFacts.Parameter> parameters = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        boolean self = at.thisObject() != null && SELF.matcher(expression).find();
        if (self) {
            parameters.add(new SessionFacts.Parameter(
                    JdiFrames.typeName(at.thisObject().referenceType().name()), SELF_NAME));
            values.add(at.thisObject());
        }
        if (hasLocals(at)) {
            for (LocalVariable local : at.visibleVariables()) {
                String type = Optional.ofNullable(local.genericSignature())
                        .flatMap(GenericType::text)
                        .orElse(local.typeName());
                parameters.add(new SessionFacts.Parameter(JdiFrames.typeName(type), local.name()));
                values.add(at.getValue(local));
            }
        }
        SessionFacts.Member method = facts.compile(
                self ? SELF.matcher(expression).replaceAll(Matcher.quoteReplacement(SELF_NAME)) : expression,
                parameters);
        ClassType type = calls.load(calls.sessionLoader(), method.className());
        return calls.text(calls.call(type, method.name(), values));
    }
}
