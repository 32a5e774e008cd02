package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.MessageCodec;
import dev.tutti.engine.wire.RequestId;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Carries out what {@link ControllerState} decides, on the controller's thread. Who calls the controller leaves here what
 * its answer completes, before the call is posted. Futures are completed by a thread of their own, because what depends
 * on them may block.
 */
final class Carrier {

    /** The two ports. */
    record Ports(Wire wire, Launcher launcher) {}

    private final Ports ports;
    private final Launcher.Watcher watcher;
    private final ControllerConfig.Listener listener;
    private final Answers answers;
    private final Map<RequestId, RunningDispatch> dispatches = new ConcurrentHashMap<>();
    private final Map<RequestId, CompletableFuture<List<EngineId>>> starts = new ConcurrentHashMap<>();
    private final Map<RequestId, CompletableFuture<Replies>> questions = new ConcurrentHashMap<>();
    private final Map<EngineId, EngineStatus> statuses = new ConcurrentHashMap<>();
    private volatile List<EngineGroup> groups = List.of();
    private final Map<Long, LocalClient> clients = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    Carrier(Ports ports, Launcher.Watcher watcher, ControllerConfig.Listener listener, Answers answers) {
        this.ports = ports;
        this.watcher = watcher;
        this.listener = listener;
        this.answers = answers;
    }

    void expect(RunningDispatch dispatch) {
        if (!dispatch.targets().isEmpty()) {
            dispatches.put(dispatch.request(), dispatch);
        }
    }

    void add(LocalClient client) {
        clients.put(client.number(), client);
    }

    void remove(LocalClient client) {
        clients.remove(client.number());
    }

    private void tellClient(long client, RequestId request, Message message) {
        LocalClient to = clients.get(client);
        if (to != null) {
            to.received(request, message);
        }
    }

    CompletableFuture<List<EngineId>> expectStart(RequestId call) {
        return starts.computeIfAbsent(call, _ -> new CompletableFuture<>());
    }

    CompletableFuture<Replies> expectReplies(RequestId request) {
        return questions.computeIfAbsent(request, _ -> new CompletableFuture<>());
    }

    /** Completes when all engines have ended. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    List<EngineStatus> statuses() {
        return statuses.values().stream()
                .sorted(Comparator.comparing(EngineStatus::id))
                .toList();
    }

    List<EngineGroup> groups() {
        return groups;
    }

    void carryOut(Instruction instruction) {
        switch (instruction) {
            case Instruction.Send(var to, var request, var message) ->
                ports.wire().send(to, MessageCodec.encode(request, message));
            case Instruction.Read(var connection, boolean on) -> ports.wire().reading(connection, on);
            case Instruction.Disconnect(var connection) -> ports.wire().close(connection);
            case Instruction.Launch(var launch, var engine, var token, int engines, var settings) ->
                ports.launcher().launch(launch, engine, token, engines, settings, watcher);
            case Instruction.Kill(var launch) -> ports.launcher().kill(launch);
            case Instruction.Deliver(var execution, var event) -> deliver(execution, event);
            case Instruction.Started(var call, var engines) -> complete(starts.remove(call), engines);
            case Instruction.StartFailed(var call, String reason) -> fail(starts.remove(call), reason);
            case Instruction.Answered(var request, var replies) ->
                complete(questions.remove(request), new Replies(replies));
            case Instruction.Closed() -> closed.complete(null);
            case Instruction.TellClient(long client, var request, var message) -> tellClient(client, request, message);
            case Instruction.AwaitEngines question -> answers.awaitEngines(question);
            case Instruction.AskKernel question -> answers.askKernel(question);
            case Instruction.Show(var status) -> statuses.put(status.id(), status);
            case Instruction.ShowGroups(var named) -> groups = named;
            case Instruction.Hide(var engine) -> statuses.remove(engine);
            case Instruction.FindClass question -> answers.findClass(question);
            case Instruction.ReadInput question -> answers.readInput(question);
            case Instruction.LendTerminal wish -> answers.lendTerminal(wish);
            case Instruction.ForgetInput(var connection) -> answers.forget(connection);
            case Instruction.TellJoined(var engine) -> tell(to -> to.joined(engine));
            case Instruction.TellLost(var engine, String reason) -> tell(to -> to.lost(engine, reason));
            case Instruction.TellStopped(var engine) -> tell(to -> to.stopped(engine));
            case Instruction.TellDefined(var session, var engine, var variable) ->
                tell(to -> to.defined(session, engine, variable));
            case Instruction.TellSilent(var engine, var since) -> tell(to -> to.silent(engine, since));
            case Instruction.TellOutput(var engine, var kind, String text) -> tell(to -> to.output(engine, kind, text));
        }
    }

    private void deliver(RequestId execution, DispatchEvent event) {
        RunningDispatch dispatch = dispatches.get(execution);
        if (dispatch != null && dispatch.deliver(event)) {
            dispatches.remove(execution);
        }
    }

    private void tell(Consumer<ControllerConfig.Listener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            System.getLogger(Carrier.class.getName()).log(Level.ERROR, "The controller's listener failed", e);
        }
    }

    private static <T> void complete(CompletableFuture<T> future, T value) {
        Thread.ofVirtual().name("controller-answer").start(() -> future.complete(value));
    }

    private static void fail(CompletableFuture<?> future, String reason) {
        Thread.ofVirtual()
                .name("controller-answer")
                .start(() -> future.completeExceptionally(new LaunchException(reason)));
    }
}
