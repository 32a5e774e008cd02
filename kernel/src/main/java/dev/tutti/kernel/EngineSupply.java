package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.controller.LaunchException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The engines of a session: local, and as many others as were asked for, started at once or when first needed. */
final class EngineSupply {

    private final CompletableFuture<Controller> controller;
    private final int engines;
    private CompletableFuture<EngineId> local;
    private CompletableFuture<List<EngineId>> others;

    EngineSupply(CompletableFuture<Controller> controller, int engines, boolean eager) {
        this.controller = controller;
        this.engines = engines;
        this.local = controller.thenCompose(Controller::startLocal);
        if (eager) {
            // Local first: the cores of a small machine are busy with the compiler and the prompt just now.
            local.whenComplete((_, _) -> startOthers());
        }
    }

    private synchronized CompletableFuture<List<EngineId>> startOthers() {
        if (others == null) {
            others = controller.thenCompose(
                    opened -> engines == 0 ? CompletableFuture.completedFuture(List.of()) : opened.start(engines));
        }
        return others;
    }

    /**
     * Waits until local can run cells, starting it again if it is gone.
     *
     * @throws LaunchException if it cannot be started
     */
    void awaitLocal() throws LaunchException, InterruptedException {
        CompletableFuture<EngineId> starting;
        synchronized (this) {
            if (local.isDone() && !isLive(EngineId.LOCAL)) {
                local = controller.thenCompose(Controller::startLocal);
            }
            starting = local;
        }
        await(starting);
    }

    /**
     * Puts a fresh engine in a slot; whoever waits for engines waits for it too. One in the JVM of an application is left
     * there instead.
     */
    synchronized void replace(EngineId engine) {
        if (engine.isLocal()) {
            local = controller.thenCompose(Controller::startLocal);
        } else if (isAttached(engine)) {
            controller.join().leave(engine);
        } else {
            CompletableFuture<List<EngineId>> before = startOthers();
            others = controller
                    .thenCompose(opened -> opened.restart(engine))
                    .thenCombine(before, (_, started) -> started);
        }
    }

    /**
     * Waits until the engines that were asked for have started.
     *
     * @throws LaunchException if one could not be started
     */
    void awaitOthers() throws LaunchException, InterruptedException {
        await(startOthers());
    }

    /** The ids of the engines that can be given work. */
    SortedSet<EngineId> live() {
        SortedSet<EngineId> live = new TreeSet<>();
        controller.join().roster().stream()
                .filter(EngineStatus::live)
                .map(EngineStatus::id)
                .forEach(live::add);
        return live;
    }

    /** The numbers of the engines that can be given work, local not among them; none while nobody knows. */
    List<String> numbers() {
        if (!controller.isDone() || controller.isCompletedExceptionally()) {
            return List.of();
        }
        return live().stream()
                .filter(engine -> !engine.isLocal())
                .map(EngineId::toString)
                .toList();
    }

    /** Whether it lives, or lived, in the JVM of an application. */
    boolean isAttached(EngineId engine) {
        return controller.join().roster().stream()
                .anyMatch(status -> status.id().equals(engine) && status.attached());
    }

    private boolean isLive(EngineId engine) {
        return controller.isDone() && !controller.isCompletedExceptionally() && live().contains(engine);
    }

    private static void await(CompletableFuture<?> starting) throws LaunchException, InterruptedException {
        try {
            starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LaunchException launch) {
                throw launch;
            }
            throw new LaunchException("The engines cannot be started: " + e.getCause(), e.getCause());
        }
    }
}
