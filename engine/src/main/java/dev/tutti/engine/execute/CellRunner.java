package dev.tutti.engine.execute;

import dev.tutti.engine.load.RedefinitionException;
import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.Spent;
import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.transport.HeapReserve;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.VariableRef;
import dev.tutti.woven.StoppedError;
import dev.tutti.woven.UndefinedVariableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Runs one cell after the other. Main thread. */
final class CellRunner {

    private final EngineId engine;
    private final Outbox outbox;
    private final CpuClock cpu = CpuClock.ofThisThread();

    private Execution execution;
    private Message.Execute cell;
    private int completed;
    private boolean hasResult;
    private Object result;
    private long wallNanos;
    private long cpuNanos;
    private Spent spent;

    CellRunner(EngineId engine, Outbox outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    /** Runs a cell and gives the reply that ends it. All of the user's code runs in here. */
    Message.Reply run(Execution started, Message.Execute received) {
        execution = started;
        cell = received;
        completed = 0;
        hasResult = false;
        spent = null;
        try {
            return run();
        } finally {
            // What a cell leaves behind is in its session, which may be closed before the next cell.
            execution = null;
            cell = null;
            result = null;
        }
    }

    private Message.Reply run() {
        Session session = execution.session();
        try {
            session.loader.add(cell.classes());
            session.loader.redefine(cell.redefinitions());
        } catch (RedefinitionException e) {
            execution.end();
            return new Message.Failure(e.getMessage());
        }
        Place.enter(engine, session, Position.of(engine, cell.targets()), Progress.UNHEARD);
        Thread.currentThread().setContextClassLoader(session.loader);
        Displays.begin(cell.limits(), engine.isLocal());
        Outcome outcome = outcome();
        execution.end();
        Displays.end();
        CellEnd.come();
        if (execution.stopped()) {
            outcome = stopped();
            BrokenClasses.tell(execution, outbox);
        }
        Variables.Changes changes = session.variables.takeChanges();
        return new Message.Done(
                outcome, completed, changes.defined(), changes.undefined(), wallNanos, cpuNanos, figures());
    }

    private Outcome stopped() {
        String why = execution.why();
        if (why.isEmpty()) {
            return new Outcome.Stopped(execution.where());
        }
        String type = OutOfMemoryError.class.getName();
        return new Outcome.Thrown(new Fault(type, Optional.of(why), execution.where(), Optional.empty(), List.of()));
    }

    /** What the code has measured itself; else what was counted, if that was asked for. */
    private String figures() {
        String left = Figures.take();
        return left.isEmpty() && spent != null ? spent.figures().text() : left;
    }

    private Outcome outcome() {
        try {
            callEntries();
            return hasResult && cell.show()
                    ? new Outcome.Value(Renderer.render(result, cell.limits()))
                    : new Outcome.Nothing();
        } catch (Throwable thrown) {
            HeapReserve.OF_MAIN.release(thrown);
            return failure(thrown);
        }
    }

    private void callEntries() throws Throwable {
        Spent.Start counting = cell.counted() ? Spent.start() : null;
        long startNanos = System.nanoTime();
        long startCpuNanos = cpu.nanos();
        try {
            for (EntryPoint entry : cell.entries()) {
                call(entry);
            }
        } finally {
            wallNanos = System.nanoTime() - startNanos;
            cpuNanos = cpu.nanosAfter(wallNanos) - startCpuNanos;
            spent = counting == null ? null : counting.spent();
        }
    }

    private void call(EntryPoint entry) throws Throwable {
        Session session = execution.session();
        session.variables.undefine(entry.declares());
        Method method = Class.forName(entry.className(), true, session.loader).getDeclaredMethod(entry.method());
        method.setAccessible(true); // a wrapper need not be public
        Object value;
        try {
            value = method.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        session.variables.define(entry.declares());
        completed++;
        if (entry.result() && method.getReturnType() != void.class) {
            session.results.put(cell.cell().value(), value);
            result = value;
            hasResult = true;
        }
    }

    private static Outcome failure(Throwable thrown) {
        try {
            Throwable inner = Faults.unwrap(thrown);
            if (inner instanceof StoppedError) {
                return new Outcome.Stopped(List.of());
            }
            if (inner instanceof UndefinedVariableException undefined) {
                VariableRef variable = new VariableRef(undefined.className(), undefined.field());
                return new Outcome.Undefined(variable, Faults.of(inner));
            }
            return new Outcome.Thrown(Faults.of(inner));
        } catch (StoppedError _) {
            return new Outcome.Stopped(List.of());
        } catch (Throwable second) {
            HeapReserve.OF_MAIN.release(second);
            String message =
                    "and telling about it failed with " + second.getClass().getName();
            return new Outcome.Thrown(new Fault(
                    thrown.getClass().getName(), Optional.of(message), List.of(), Optional.empty(), List.of()));
        }
    }
}
