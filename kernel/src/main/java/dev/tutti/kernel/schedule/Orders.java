package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be done, until the controller takes it. What can go in one frame does. */
final class Orders {

    private List<Order> orders = new ArrayList<>();
    private final Map<Engine, List<RequestId>> recalls = new LinkedHashMap<>();
    private final Map<Long, List<TaskEnd>> ends = new LinkedHashMap<>();

    /** The frame that the next direct task may join. */
    private RunFrame open;

    private List<EngineId> openTo = List.of();

    void add(Order order) {
        close();
        orders.add(order);
    }

    /** Sends a direct task. @param targets where it is to run, sorted */
    void send(List<EngineId> targets, RequestId run, DirectTask task) {
        Submission submission = task.submission;
        frame(targets, submission.session(), submission.client().number(), targets)
                .add(run, task);
    }

    /** Sends the call of an initialiser. */
    void send(List<EngineId> engines, RequestId run, Initialisation call, TaskFunction function) {
        frame(engines, call.session(), call.client(), List.of()).add(run, function, List.of());
    }

    void stop(Run run) {
        if (!run.stopped) {
            run.stopped = true;
            add(new Order.Stop(run.engine.id, run.id));
        }
    }

    void recall(Run run) {
        if (!run.recalled) {
            run.recalled = true;
            recalls.computeIfAbsent(run.engine, _ -> new ArrayList<>()).add(run.id);
        }
    }

    void tell(Client client, TaskEnd end) {
        ends.computeIfAbsent(client.number(), _ -> new ArrayList<>()).add(end);
    }

    /** Nothing more is told to a client. */
    void forget(Client client) {
        ends.remove(client.number());
    }

    List<Order> take() {
        close();
        recalls.forEach((engine, runs) -> orders.add(new Order.Recall(engine.id, runs)));
        recalls.clear();
        ends.forEach((client, told) -> orders.add(new Order.Tell(client, told)));
        ends.clear();
        List<Order> taken = orders;
        orders = new ArrayList<>();
        return taken;
    }

    private RunFrame frame(List<EngineId> to, SessionId session, long client, List<EngineId> targets) {
        if (open == null || !openTo.equals(to) || !open.isOf(session, client, targets)) {
            close();
            open = new RunFrame(session, client, targets);
            openTo = to;
        }
        return open;
    }

    private void close() {
        if (open != null) {
            orders.add(open.to(openTo));
            open = null;
        }
    }
}
