package dev.tutti.engine.execute;

import dev.tutti.engine.load.RedefinitionException;
import dev.tutti.engine.transport.HeapReserve;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.SessionId;
import java.util.List;

/** Carries out the requests that have to do with cells. Main thread. */
final class CellRequests {

    private final Sessions sessions;
    private final CellRunner cells;
    private final TaskWork tasks;

    CellRequests(EngineId engine, Outbox outbox, Sessions sessions, TaskWork tasks) {
        this.sessions = sessions;
        this.cells = new CellRunner(engine, outbox);
        this.tasks = tasks;
    }

    /** Whether it needs an execution, so that it can be stopped. */
    static boolean runsUserCode(Message.Request request) {
        return request instanceof Message.Execute || request instanceof Message.ReadVariables;
    }

    /** The session of a request that runs user code. */
    static SessionId sessionOf(Message.Request request) {
        return request instanceof Message.Execute execute
                ? execute.session()
                : ((Message.ReadVariables) request).session();
    }

    /** The answer to a request that was stopped while it waited for its turn. */
    static Message.Reply stoppedBeforeItBegan(Message.Request request) {
        return request instanceof Message.Execute
                ? new Message.Done(new Outcome.Stopped(List.of()), 0, List.of(), List.of(), 0, 0)
                : new Message.Failure("The request was stopped before it began.");
    }

    /** @param execution that of a request that runs user code, else null */
    Message.Reply reply(Message.Request request, Execution execution) {
        try {
            // instanceof, not a pattern switch, for the reason that MessageType gives.
            if (request instanceof Message.Execute cell) {
                return cells.run(execution, cell);
            } else if (request instanceof Message.ReadVariables read) {
                return read(read, execution);
            } else if (request instanceof Message.Redefine redefine) {
                return redefine(redefine);
            } else if (request instanceof Message.Forget forget) {
                return forget(forget);
            } else if (request instanceof Message.CloseSession close) {
                return closeSession(close);
            } else if (request instanceof Message.ExtendClassPath extend) {
                return extendClassPath(extend);
            }
            return new Message.Failure("An engine does not answer " + request.type() + ".");
        } catch (Throwable e) {
            HeapReserve.OF_MAIN.release(e);
            return new Message.Failure("The engine could not carry out a request (" + request.type() + "): " + e);
        }
    }

    private static Message.Reply read(Message.ReadVariables request, Execution execution) throws Throwable {
        try {
            return VariableAccess.read(execution.session(), request);
        } finally {
            execution.end();
        }
    }

    private Message.Reply redefine(Message.Redefine request) throws RedefinitionException {
        sessions.of(request.session()).loader.redefine(request.redefinitions());
        return new Message.Ack();
    }

    private Message.Reply extendClassPath(Message.ExtendClassPath request) {
        List<String> missing = sessions.of(request.session()).loader.extend(request.entries());
        return missing.isEmpty()
                ? new Message.Ack()
                : new Message.Failure("Its host cannot read " + String.join(", ", missing) + ".");
    }

    private Message.Reply forget(Message.Forget request) throws ReflectiveOperationException {
        VariableAccess.forget(sessions.of(request.session()), request);
        return new Message.Ack();
    }

    private Message.Reply closeSession(Message.CloseSession request) {
        sessions.close(request.session());
        tasks.closed(request.session());
        Thread.currentThread().setContextClassLoader(CellRequests.class.getClassLoader());
        return new Message.Ack();
    }
}
