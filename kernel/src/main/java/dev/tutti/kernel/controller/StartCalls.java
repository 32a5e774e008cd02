package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls for engines: each waits for some slots, is told when all have joined, and fails as soon as one cannot. Calls are
 * the kernel's, which have a future, or a client's, or nobody's.
 */
final class StartCalls {

    /** A call on its way: its engines in the order in which they are told, and who has not joined. */
    private record Call(List<EngineId> engines, Set<EngineId> awaited) {}

    /** A client's question. */
    private record Asked(long client, RequestId request) {}

    private final Clients clients;
    private final EngineNews news;
    private final Supplier<RequestId> ids;
    private final Map<RequestId, Call> calls = new HashMap<>();

    /** The calls that are not the kernel's, with who waits for them. */
    private final Map<RequestId, Optional<Asked>> others = new HashMap<>();

    StartCalls(Clients clients, EngineNews news, Supplier<RequestId> ids) {
        this.clients = clients;
        this.news = news;
        this.ids = ids;
    }

    /** A call whose end a client waits for. */
    RequestId of(Client client, RequestId request) {
        RequestId call = ids.get();
        others.put(call, Optional.of(new Asked(client.number(), request)));
        return call;
    }

    /** A call whose end nobody waits for. */
    RequestId ofNobody() {
        RequestId call = ids.get();
        others.put(call, Optional.empty());
        return call;
    }

    /** A call waits for slots. */
    void await(RequestId call, List<Slot> slots) {
        List<EngineId> engines = slots.stream().map(Slot::id).toList();
        calls.put(call, new Call(engines, new HashSet<>(engines)));
        slots.forEach(slot -> slot.starts.add(call));
    }

    /** A slot's engine has joined. */
    void joined(Turn turn, Slot slot) {
        for (RequestId id : slot.starts) {
            Call call = calls.get(id);
            if (call != null) {
                call.awaited().remove(slot.id());
                if (call.awaited().isEmpty()) {
                    calls.remove(id);
                    started(turn, id, call.engines());
                }
            }
        }
        slot.starts.clear();
    }

    /** A slot's engine will not join. */
    void failed(Turn turn, Slot slot, String reason) {
        for (RequestId call : slot.starts) {
            if (calls.remove(call) != null) {
                failed(turn, call, reason);
            }
        }
        slot.starts.clear();
    }

    void started(Turn turn, RequestId call, List<EngineId> engines) {
        if (others.containsKey(call)) {
            answer(turn, call, new TaskMessage.EnginesStarted(engines));
        } else {
            turn.add(new Instruction.Started(call, engines));
        }
    }

    void failed(Turn turn, RequestId call, String reason) {
        if (others.containsKey(call)) {
            answer(turn, call, new Message.Failure(reason));
        } else {
            turn.add(new Instruction.StartFailed(call, reason));
        }
    }

    /** The engines that the answer speaks of are told before it. */
    private void answer(Turn turn, RequestId call, Message answer) {
        others.remove(call)
                .ifPresent(asked -> clients.find(asked.client()).ifPresent(client -> {
                    news.tellNow(turn);
                    client.tell(turn, asked.request(), answer);
                }));
    }
}
