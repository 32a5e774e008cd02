package dev.tutti.engine.execute;

import dev.tutti.engine.load.ClassSource;
import dev.tutti.engine.load.RedefinitionException;
import dev.tutti.engine.transport.Outbox;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The engine's main thread: carries out, one after the other, all requests that run user code or must keep their order
 * with it. The reading thread submits and stops; it never waits here.
 */
public final class MainLoop {

    private static final long IDLE_MILLIS = 300;

    private final Outbox outbox;
    private final Requests requests;
    private final CellRunner cells;
    private final ThreadGroup ownThreads;
    private final Thread main = Thread.currentThread();
    private final Map<Long, Session> sessions = new HashMap<>();
    private final ArrayDeque<Job> queue = new ArrayDeque<>();
    private Execution current;
    private boolean closed;

    /** A request that waits for its turn. */
    private record Job(RequestId id, Message.Request request) {}

    /**
     * Made by the thread that will run it.
     *
     * @param ownThreads the group of threads that user code's stop does not concern
     */
    public MainLoop(EngineId engine, Outbox outbox, Requests requests, ThreadGroup ownThreads) {
        this.outbox = outbox;
        this.requests = requests;
        this.cells = new CellRunner(engine, outbox);
        this.ownThreads = ownThreads;
    }

    /** Queues a request. Reading thread. */
    public void submit(RequestId id, Message.Request request) {
        synchronized (queue) {
            queue.add(new Job(id, request));
            queue.notifyAll();
        }
    }

    /** Stops a request that was submitted, queued or running, and answers. Reading thread. */
    public void stop(RequestId id, Message.Stop stop) {
        Execution running = null;
        Job waiting = null;
        synchronized (queue) {
            if (current != null && current.id().value() == stop.execution().value()) {
                running = current;
            } else {
                waiting = removeWaiting(stop.execution());
            }
        }
        if (running != null) {
            new Thread(ownThreads, new Stopper(id, running, outbox), "engine-stopper").start();
            return;
        }
        outbox.sendUrgent(id, new Message.Stopping(List.of()));
        if (waiting != null) {
            outbox.send(waiting.id(), stoppedBeforeItBegan(waiting.request()));
        }
    }

    /** Ends {@link #run} when what runs now is done. Any thread. */
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
    }

    /** Carries out requests until closed. */
    public void run() {
        warmUp();
        for (Job job = next(); job != null; job = next()) {
            Message.Reply reply = reply(job);
            if (current == null) {
                outbox.send(job.id(), reply);
            } else {
                synchronized (queue) {
                    current = null;
                }
                outbox.end(reply);
                Place.leave();
            }
        }
    }

    /** An engine that is left alone for a moment gets ready for its first cell; one of many that start together waits. */
    private void warmUp() {
        try {
            synchronized (queue) {
                if (queue.isEmpty() && !closed) {
                    queue.wait(IDLE_MILLIS);
                }
                if (closed || !queue.isEmpty()) {
                    return;
                }
            }
            WarmUp.run();
        } catch (ClassNotFoundException | InterruptedException _) {
            // Then the first cell takes a little longer.
        }
    }

    private Job next() {
        synchronized (queue) {
            while (!closed && queue.isEmpty()) {
                try {
                    queue.wait();
                } catch (InterruptedException _) {
                    // Threads that user code left behind may interrupt this one; that means nothing between cells.
                }
            }
            Job job = closed ? null : queue.poll();
            if (job != null && runsUserCode(job.request())) {
                current = new Execution(job.id(), session(sessionOf(job.request())), main);
                outbox.begin(job.id());
            }
            return job;
        }
    }

    private Message.Reply reply(Job job) {
        try {
            return switch (job.request().type()) {
                case EXECUTE -> cells.run(current, (Message.Execute) job.request());
                case READ_VARIABLES -> read((Message.ReadVariables) job.request());
                case REDEFINE -> redefine((Message.Redefine) job.request());
                case FORGET -> forget((Message.Forget) job.request());
                case CLOSE_SESSION -> closeSession((Message.CloseSession) job.request());
                case HELLO, WELCOME, REFUSED, STOP, PING, SHUTDOWN, OUTPUT, CLASS_REQUEST, CLASS_REPLY ->
                    misdirected(job);
                case RUN,
                        CONTEXT,
                        CLIENT_HELLO,
                        CLIENT_WELCOME,
                        ENGINES_CHANGED,
                        TASKS_ENDED,
                        TASK_OUTPUT,
                        TASK_PROGRESS,
                        SUBMIT,
                        CANCEL,
                        INITIALISE,
                        RECYCLE,
                        START_ENGINES,
                        RESTART_ENGINES,
                        STOP_ENGINES,
                        ENGINES_STARTED,
                        ASK_LOADS,
                        LOADS,
                        ASK_CAPTURES,
                        CAPTURES,
                        ASK_VARIABLE,
                        VARIABLE_FOUND,
                        EXECUTE_CODE,
                        CODE_EXECUTED,
                        RUNS_ENDED,
                        RUN_PROGRESS,
                        RUN_WAITS,
                        ASK_CONTEXT -> misdirected(job);
                case INPUT_REQUEST, INPUT_REPLY, DONE, VARIABLES_READ, STOPPING, PONG, ACK, FAILURE -> misdirected(job);
            };
        } catch (Throwable e) {
            return new Message.Failure(
                    "The engine could not carry out a request (" + job.request().type() + "): " + e);
        }
    }

    private Message.Reply read(Message.ReadVariables request) throws Throwable {
        try {
            return VariableAccess.read(current.session(), request);
        } finally {
            current.end();
        }
    }

    private Message.Reply redefine(Message.Redefine request) throws RedefinitionException {
        session(request.session()).loader.redefine(request.redefinitions());
        return new Message.Ack();
    }

    private Message.Reply forget(Message.Forget request) throws ReflectiveOperationException {
        VariableAccess.forget(session(request.session()), request);
        return new Message.Ack();
    }

    private Message.Reply closeSession(Message.CloseSession request) {
        sessions.remove(request.session().value());
        main.setContextClassLoader(MainLoop.class.getClassLoader());
        Place.closed();
        return new Message.Ack();
    }

    private static Message.Reply misdirected(Job job) {
        return new Message.Failure("An engine does not answer " + job.request().type() + ".");
    }

    private Job removeWaiting(RequestId id) {
        for (Job job : queue) {
            if (job.id().value() == id.value()) {
                queue.remove(job);
                return job;
            }
        }
        return null;
    }

    private static Message.Reply stoppedBeforeItBegan(Message.Request request) {
        return request instanceof Message.Execute
                ? new Message.Done(new Outcome.Stopped(List.of()), 0, List.of(), List.of(), 0, 0)
                : new Message.Failure("The request was stopped before it began.");
    }

    private static boolean runsUserCode(Message.Request request) {
        return request instanceof Message.Execute || request instanceof Message.ReadVariables;
    }

    private static SessionId sessionOf(Message.Request request) {
        return request instanceof Message.Execute execute
                ? execute.session()
                : ((Message.ReadVariables) request).session();
    }

    private Session session(SessionId id) {
        Session session = sessions.get(id.value());
        if (session == null) {
            session = new Session(classSource(id));
            sessions.put(id.value(), session);
        }
        return session;
    }

    /** Waits whatever comes: an interrupted fetch would leave a class that can never be resolved again. */
    private ClassSource classSource(SessionId session) {
        return name -> {
            Message.Reply reply =
                    requests.ask(new Message.ClassRequest(session, name)).awaitUninterruptibly();
            if (reply instanceof Message.ClassReply found) {
                return found.classFile().map(classFile -> classFile.bytes());
            }
            throw new IOException("The controller answered " + reply);
        };
    }
}
