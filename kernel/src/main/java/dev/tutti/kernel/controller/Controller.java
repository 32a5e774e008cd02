package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The kernel's handle on the engines. Its methods may be called from any thread and do not block, unless they say so.
 * Futures complete on threads of their own. Calls after {@link #close} are answered as if every engine were gone.
 */
public final class Controller implements AutoCloseable {

    /** Longer than the state machine takes: a guard against our own faults only. */
    private static final Duration CLOSE_GUARD = ControllerState.CLOSE_WAIT.plusMillis(500);

    private final EventLoop loop;
    private final Carrier carrier;
    private final Carrier.Ports ports;
    private final Answers answers;
    private final AtomicLong ids;
    private final House house;

    /** What is given out from here. */
    private record Inner(Answers answers, AtomicLong ids, House house) {}

    private Controller(EventLoop loop, Carrier carrier, Carrier.Ports ports, Inner inner) {
        this.loop = loop;
        this.carrier = carrier;
        this.ports = ports;
        this.answers = inner.answers();
        this.ids = inner.ids();
        this.house = inner.house();
    }

    /** A running controller without engines, listening for them. It owns the two ports and closes them. */
    public static Controller open(ControllerConfig config, Wire wire, Launcher launcher) {
        return open(config, wire, launcher, new House(newToken(), "", Optional.empty()));
    }

    /**
     * What clients must know of a cluster.
     *
     * @param token what they must show to be let in
     * @param spool the folder where large values lie on their way, its owner's to remove; empty if there is none
     * @param connectionFile where programs are told token and address
     */
    public record House(String token, String spool, Optional<Path> connectionFile) {}

    /** A secret that nobody guesses. */
    public static String newToken() {
        return JoinTokens.next();
    }

    /** As the other, with what clients must know. */
    public static Controller open(ControllerConfig config, Wire wire, Launcher launcher, House house) {
        AtomicLong ids = new AtomicLong();
        Launches.Settings settings = new Launches.Settings(
                2 * Runtime.getRuntime().availableProcessors(), config.startTimeout(), JoinTokens::next, house);
        ControllerState state = new ControllerState(settings, () -> new RequestId(ids.incrementAndGet()));
        EventLoop loop = new EventLoop(state, new MonotonicClock());
        Carrier.Ports ports = new Carrier.Ports(wire, launcher);
        Answers answers = new Answers(config, loop::post);
        Carrier carrier = new Carrier(ports, new ProcessNews(loop), config.listener(), answers);
        loop.start(carrier);
        wire.open(new Inbound(loop, wire));
        return new Controller(loop, carrier, ports, new Inner(answers, ids, house));
    }

    /** Starts the engine beside the shell, or a fresh one in its place. Fails with {@link LaunchException}. */
    public CompletableFuture<EngineId> startLocal() {
        return restart(EngineId.LOCAL);
    }

    /** Starts engines in new slots; completes when all have joined, fails with {@link LaunchException} as soon as one cannot. */
    public CompletableFuture<List<EngineId>> start(int count) {
        RequestId call = nextId();
        CompletableFuture<List<EngineId>> started = carrier.expectStart(call);
        loop.post(new Event.Start(call, count, EngineSettings.PLAIN));
        return started;
    }

    /**
     * Ends the slot's process, whatever it does, and starts another in the same slot. Cells that it runs end as lost.
     * Fails with {@link LaunchException}.
     */
    public CompletableFuture<EngineId> restart(EngineId engine) {
        RequestId call = nextId();
        CompletableFuture<EngineId> started = carrier.expectStart(call).thenApply(List::getFirst);
        loop.post(new Event.Restart(call, engine));
        return started;
    }

    /** Leaves an engine that does not stop in the JVM of an application, whatever it does there. Nothing for others. */
    public void leave(EngineId engine) {
        loop.post(new Event.Leave(engine));
    }

    /** The slots with their states, local first. The heap figures are those of the last sign of life, at most 2 s old. */
    public List<EngineStatus> roster() {
        return carrier.statuses();
    }

    /** The names of engines, as clients have given them or engines were started under them. */
    public List<EngineGroup> groups() {
        return carrier.groups();
    }

    /** Sends a cell to engines. A target that is not live ends at once as lost. */
    public Dispatch execute(Set<EngineId> targets, Message.Execute cell) {
        RunningDispatch dispatch = new RunningDispatch(nextId(), targets, loop::post);
        carrier.expect(dispatch);
        loop.post(new Event.Execute(dispatch.request(), dispatch.targets(), cell));
        return dispatch;
    }

    /** Asks engines the same; completes when all have answered, are lost, or the time is over: then without them. */
    public CompletableFuture<Map<EngineId, Message.Reply>> ask(
            Set<EngineId> engines, Message.Request request, Duration timeout) {
        RequestId id = nextId();
        CompletableFuture<Map<EngineId, Message.Reply>> replies =
                carrier.expectReplies(id).thenApply(Replies::byEngine);
        loop.post(new Event.Ask(id, Set.copyOf(engines), request, timeout));
        return replies;
    }

    /**
     * Stops a dispatch at all its running targets; completes with where each was, when all have said or after the time.
     * From now on output of these targets that exceeds what may wait in the dispatch is dropped, and marked as dropped.
     *
     * @param dispatch one that {@link #execute} of this controller returned
     */
    public CompletableFuture<Map<EngineId, List<Frame>>> stop(Dispatch dispatch, Duration timeout) {
        if (!(dispatch instanceof RunningDispatch running)) {
            throw new IllegalArgumentException("This dispatch is not one of a controller: " + dispatch);
        }
        RequestId id = nextId();
        CompletableFuture<Map<EngineId, List<Frame>>> whereabouts =
                carrier.expectReplies(id).thenApply(Replies::whereabouts);
        loop.post(new Event.Stop(id, running.request(), timeout));
        return whereabouts;
    }

    /**
     * A client in this process.
     *
     * @param session whose classes and variables its tasks use
     * @param received takes EnginesChanged, TasksEnded, TaskOutput, TaskProgress on the controller's thread: must not block
     */
    public TaskClient openClient(SessionId session, Consumer<TaskMessage> received) {
        return openClient(session, received, _ -> Optional.empty());
    }

    /**
     * As the other, for one whose tasks carry session variables.
     *
     * @param contexts gives those that it has made; called on virtual threads, may block
     */
    public TaskClient openClient(
            SessionId session,
            Consumer<TaskMessage> received,
            Function<ContextId, Optional<TaskMessage.Context>> contexts) {
        LocalClient.Answering answering = new LocalClient.Answering(received, contexts);
        LocalClient client = new LocalClient(nextId().value(), answering, loop::post, this::nextId, carrier::remove);
        carrier.add(client);
        loop.post(new Event.ClientOpened(client.number(), session));
        return client;
    }

    /** Cancels everything that clients of a session wanted; what runs too, if that is said. */
    public void abort(SessionId session, boolean running) {
        loop.post(new Event.Abort(session, running));
    }

    /** The folder where large values lie on their way; empty if there is none. */
    public String spool() {
        return house.spool();
    }

    /** The file that tells programs how to connect, if there is one. */
    public Optional<Path> connectionFile() {
        return house.connectionFile();
    }

    /** Ends all engines and waits for them, at most 2 s; then kills what is left. Blocks. */
    @Override
    public void close() {
        loop.post(new Event.Close());
        boolean interrupted = awaitEngines();
        ports.launcher().close();
        answers.close();
        ports.wire().close();
        loop.end();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEngines() {
        try {
            carrier.closed().get(CLOSE_GUARD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        } catch (ExecutionException | TimeoutException _) {
            System.getLogger(Controller.class.getName())
                    .log(System.Logger.Level.WARNING, "Engines were still there when the controller was closed.");
        }
        return false;
    }

    private RequestId nextId() {
        return new RequestId(ids.incrementAndGet());
    }
}
