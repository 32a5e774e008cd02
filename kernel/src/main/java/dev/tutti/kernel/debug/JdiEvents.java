package dev.tutti.kernel.debug;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidStackFrameException;
import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.StepRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the events of a JVM and decides which of them stop a thread. One thread is shown at a time; another that stops
 * meanwhile waits for its turn.
 */
final class JdiEvents implements Runnable {

    /** A thread that stands still. */
    private record Standing(ThreadReference thread, EventSet events, Stop stop) {}

    private final VirtualMachine jvm;
    private final Consumer<DebugEvent> told;
    private final JdiBreakpoints breakpoints;
    private final Deque<Standing> standing = new ArrayDeque<>();
    private boolean stepping;
    private boolean stopsForCaught;

    JdiEvents(VirtualMachine jvm, Consumer<DebugEvent> told) {
        this.jvm = jvm;
        this.told = told;
        this.breakpoints = new JdiBreakpoints(jvm);
    }

    synchronized void stopsForCaught(boolean caught) {
        stopsForCaught = caught;
    }

    /** Whether the next cell is stopped at its beginning. */
    synchronized void stepping(boolean now) {
        stepping = now;
    }

    synchronized void add(CodePlace place) {
        breakpoints.add(place);
    }

    synchronized boolean remove(CodePlace place) {
        return breakpoints.remove(place);
    }

    synchronized List<CodePlace> places() {
        return breakpoints.places();
    }

    /** The thread that is shown. */
    synchronized ThreadReference stoppedThread() {
        return standing.getFirst().thread();
    }

    /** Lets the thread go on that is shown, and shows the next that waits. */
    synchronized void resume(Motion motion, BiConsumer<ThreadReference, Motion> step) {
        Standing left = standing.removeFirst();
        stepping = motion != Motion.FREE;
        deleteSteps();
        if (stepping) {
            step.accept(left.thread(), motion);
        }
        left.events().resume();
        if (!standing.isEmpty()) {
            told.accept(new DebugEvent.Stopped(standing.getFirst().stop()));
        }
    }

    private void deleteSteps() {
        List<StepRequest> steps = jvm.eventRequestManager().stepRequests();
        jvm.eventRequestManager().deleteEventRequests(List.copyOf(steps));
    }

    @Override
    public void run() {
        try {
            while (true) {
                take(jvm.eventQueue().remove());
            }
        } catch (VMDisconnectedException e) {
            told.accept(new DebugEvent.Gone());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(EventSet events) {
        Optional<Standing> stop = Optional.empty();
        for (Event event : events) {
            if (event instanceof ClassPrepareEvent prepared) {
                breakpoints.prepared(prepared.referenceType());
            } else if (event instanceof LocatableEvent located && stop.isEmpty()) {
                stop = standing(located, events);
            }
        }
        if (stop.isEmpty()) {
            events.resume();
            return;
        }
        standing.add(stop.get());
        if (standing.size() == 1) {
            told.accept(new DebugEvent.Stopped(stop.get().stop()));
        }
    }

    private Optional<Standing> standing(LocatableEvent event, EventSet events) {
        boolean evaluating = !standing.isEmpty() && standing.getFirst().thread().equals(event.thread());
        if (evaluating) {
            return Optional.empty(); // code that the prompt itself has run
        }
        try {
            Optional<Stop.Reason> reason = reason(event);
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            List<CallFrame> frames = JdiFrames.of(event.thread());
            return frames.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Standing(event.thread(), events, new Stop(reason.get(), frames)));
        } catch (IncompatibleThreadStateException | InvalidStackFrameException | ObjectCollectedException e) {
            return Optional.empty(); // the thread has ended meanwhile
        }
    }

    private Optional<Stop.Reason> reason(LocatableEvent event) {
        return switch (event) {
            case BreakpointEvent at -> {
                if (at.request().getProperty(JdiBreakpoints.PLACE) instanceof CodePlace place) {
                    yield Optional.of(new Stop.AtBreakpoint(place));
                }
                yield stepping ? Optional.of(new Stop.Arrived()) : Optional.empty();
            }
            case StepEvent _ -> Optional.of(new Stop.Arrived());
            case ExceptionEvent thrown -> throwing(thrown);
            default -> Optional.empty();
        };
    }

    private Optional<Stop.Reason> throwing(ExceptionEvent event) {
        String type = event.exception().referenceType().name();
        if (type.startsWith("dev.tutti.woven.Stopped")) {
            return Optional.empty();
        }
        boolean byUser = event.catchLocation() != null && JdiFrames.isUsers(event.catchLocation());
        boolean byEngine = event.catchLocation() == null || isEngines(event);
        boolean inUsersCode = JdiFrames.isUsers(event.location());
        if (byEngine || stopsForCaught && (byUser || inUsersCode)) {
            return Optional.of(new Stop.Throwing(JdiValues.message(event.exception()), !byEngine));
        }
        return Optional.empty();
    }

    /** An exception that leaves the user's code ends in the engine, or in the reflection with which it calls. */
    private static boolean isEngines(ExceptionEvent event) {
        String catcher = event.catchLocation().declaringType().name();
        return catcher.startsWith("dev.tutti.")
                || catcher.startsWith("java.lang.reflect.")
                || catcher.startsWith("jdk.internal.reflect.");
    }
}
