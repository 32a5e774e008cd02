package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The queue between the controller's thread, which delivers, and the one thread that takes. What has been taken of an
 * engine's output is told back in portions, so that its connection is read again.
 */
final class RunningDispatch implements Dispatch {

    /** So much is taken before it is told. */
    private static final long PORTION = OutputFlow.BOUND / 4;

    private final RequestId request;
    private final Set<EngineId> targets;
    private final Set<EngineId> running;
    private final Consumer<Event> controller;
    private final BlockingQueue<DispatchEvent> events = new LinkedBlockingQueue<>();

    // Of the taking thread.
    private final Map<EngineId, Long> untold = new HashMap<>();
    private volatile int endsTaken;

    RunningDispatch(RequestId request, Set<EngineId> targets, Consumer<Event> controller) {
        this.request = request;
        this.targets = Collections.unmodifiableSet(new TreeSet<>(targets));
        this.running = new ConcurrentSkipListSet<>(targets);
        this.controller = controller;
    }

    RequestId request() {
        return request;
    }

    @Override
    public Set<EngineId> targets() {
        return targets;
    }

    @Override
    public Set<EngineId> running() {
        return Collections.unmodifiableSet(new TreeSet<>(running));
    }

    @Override
    public Optional<DispatchEvent> next(Duration timeout) throws InterruptedException {
        if (ended()) {
            return Optional.empty();
        }
        DispatchEvent event = events.poll();
        if (event == null) {
            event = events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (event != null) {
            account(event);
        }
        return Optional.ofNullable(event);
    }

    @Override
    public boolean ended() {
        return endsTaken == targets.size();
    }

    /** Called by the controller's thread. Tells whether this was the last event of all. */
    boolean deliver(DispatchEvent event) {
        if (!(event instanceof DispatchEvent.Output)) {
            running.remove(event.engine());
        }
        events.add(event);
        return running.isEmpty();
    }

    private void account(DispatchEvent event) {
        switch (event) {
            case DispatchEvent.Output(var engine, _, String text) -> {
                long cost = untold.merge(engine, OutputFlow.cost(text), Long::sum);
                if (cost >= PORTION) {
                    untold.remove(engine);
                    controller.accept(new Event.Taken(request, engine, cost));
                }
            }
            case DispatchEvent.Finished _, DispatchEvent.Lost _, DispatchEvent.Failed _ -> endsTaken++;
        }
    }
}
