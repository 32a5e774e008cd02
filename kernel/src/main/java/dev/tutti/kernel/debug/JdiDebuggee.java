package dev.tutti.kernel.debug;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.ExceptionRequest;
import com.sun.jdi.request.StepRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A JVM behind the JDK's debug interface. Only threads that stop are suspended, never the whole JVM: an engine goes on
 * answering its controller. The prompt's thread calls it; events come on a thread of its own.
 */
public final class JdiDebuggee implements Debuggee, AutoCloseable {

    private static final String GONE = "The engine is gone that was being debugged.";

    private final VirtualMachine jvm;
    private final SessionFacts facts;
    private final JdiEvents events;

    private JdiDebuggee(VirtualMachine jvm, SessionFacts facts, Consumer<DebugEvent> told) {
        this.jvm = jvm;
        this.facts = facts;
        this.events = new JdiEvents(jvm, told);
    }

    static JdiDebuggee of(VirtualMachine jvm, SessionFacts facts, Consumer<DebugEvent> told) {
        JdiDebuggee debuggee = new JdiDebuggee(jvm, facts, told);
        Thread.ofPlatform().daemon().name("debugger-events").start(debuggee.events);
        return debuggee;
    }

    /** From now on it stops where exceptions are thrown. @param caught also where the user's code catches them */
    public void breakOnThrow(boolean caught) {
        events.stopsForCaught(caught);
        ExceptionRequest thrown = jvm.eventRequestManager().createExceptionRequest(null, true, true);
        thrown.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        thrown.enable();
    }

    /** Stops at the first line of whatever cell runs next. */
    public void breakAtStart() {
        events.stepping(true);
    }

    @Override
    public List<Local> locals(int frame) throws DebugException {
        return asked(() -> {
            ThreadReference thread = events.stoppedThread();
            List<Local> locals = new ArrayList<>();
            StackFrame at = thread.frame(frame);
            if (at.thisObject() != null) {
                String type = JdiFrames.typeName(at.thisObject().referenceType().name());
                Value self = at.thisObject();
                locals.add(new Local("this", type, values().text(self)));
            }
            for (LocalVariable variable : thread.frame(frame).visibleVariables()) {
                Value value = thread.frame(frame).getValue(variable);
                String type = JdiFrames.typeName(variable.typeName());
                locals.add(new Local(variable.name(), type.substring(type.lastIndexOf('.') + 1), values().text(value)));
            }
            return locals;
        });
    }

    private JdiValues values() {
        return new JdiValues(jvm, events.stoppedThread(), facts);
    }

    @Override
    public String evaluate(int frame, String expression) throws DebugException {
        return asked(() -> values().evaluate(frame, expression));
    }

    @Override
    public void breakAt(CodePlace place) throws DebugException {
        asked(() -> {
            events.add(facts.existing(place));
            return place;
        });
    }

    @Override
    public void clear(CodePlace place) throws DebugException {
        asked(() -> {
            if (!events.remove(facts.existing(place))) {
                throw new DebugException("There is no breakpoint at " + place + ".");
            }
            return place;
        });
    }

    @Override
    public List<CodePlace> breakpoints() {
        return events.places();
    }

    @Override
    public void resume(Motion motion) {
        try {
            events.resume(motion, this::step);
        } catch (VMDisconnectedException e) {
            // Its end is told as an event.
        }
    }

    private void step(ThreadReference thread, Motion motion) {
        int depth = switch (motion) {
            case INTO -> StepRequest.STEP_INTO;
            case OVER -> StepRequest.STEP_OVER;
            case OUT -> StepRequest.STEP_OUT;
            case FREE -> throw new IllegalArgumentException("A thread that runs freely does not step.");
        };
        StepRequest step = jvm.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
        JdiFrames.passedOver().forEach(step::addClassExclusionFilter);
        step.addCountFilter(1);
        step.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        step.enable();
    }

    /** A question to the JVM. */
    private interface Question<T> {
        T ask() throws DebugException, AbsentInformationException, IncompatibleThreadStateException;
    }

    private static <T> T asked(Question<T> question) throws DebugException {
        try {
            return Objects.requireNonNull(question.ask());
        } catch (VMDisconnectedException e) {
            throw new DebugException(GONE);
        } catch (AbsentInformationException e) {
            throw new DebugException("This code was compiled without the names of its variables.");
        } catch (IncompatibleThreadStateException e) {
            throw new DebugException("The thread runs. It must stand still to be looked at.");
        }
    }

    /** Ends the JVM at once: no more of its code runs. */
    public void end() {
        try {
            jvm.exit(0);
        } catch (VMDisconnectedException e) {
            // It is gone already.
        }
    }

    /** Lets it run without a debugger. */
    @Override
    public void close() {
        try {
            jvm.dispose();
        } catch (VMDisconnectedException e) {
            // It is gone already.
        }
    }
}
