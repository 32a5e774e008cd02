package dev.tutti.client;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineInfo.State;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The engines as the controller last told. Written by {@code client-reader}, read and waited for by any thread. */
final class EngineRoster {

    private List<EngineInfo> engines = List.of();
    private List<EngineGroup> groups = List.of();
    private boolean told;
    private String lost = "";
    private long failed;
    private String lastFailure = "";
    private CompletableFuture<Void> change = new CompletableFuture<>();
    private List<BiConsumer<List<EngineInfo>, List<EngineInfo>>> listeners = List.of();

    /**
     * The newest state of things.
     *
     * @param lost why the connection has ended; empty if it has not
     * @param failed how many engines could not be started so far
     * @param lastFailure why the last of them could not
     */
    record News(
            List<EngineInfo> engines,
            List<EngineGroup> groups,
            boolean told,
            String lost,
            long failed,
            String lastFailure,
            CompletableFuture<Void> next) {

        List<EngineInfo> live() {
            return engines.stream()
                    .filter(engine -> engine.state() == State.LIVE)
                    .toList();
        }
    }

    void changed(TaskMessage.EnginesChanged news) {
        List<EngineInfo> sorted = new ArrayList<>(news.engines());
        List<String> failures = news.failures();
        sorted.sort(Comparator.comparing(EngineInfo::engine));
        CompletableFuture<Void> changed;
        synchronized (this) {
            List<EngineInfo> before = engines;
            engines = List.copyOf(sorted);
            groups = news.groups();
            told = true;
            failed += failures.size();
            lastFailure = failures.isEmpty() ? lastFailure : failures.getLast();
            changed = next();
            listeners.forEach(listener -> listener.accept(before, engines));
        }
        changed.complete(null);
    }

    void lost(String reason) {
        CompletableFuture<Void> changed;
        synchronized (this) {
            lost = reason;
            changed = next();
        }
        changed.complete(null);
    }

    private CompletableFuture<Void> next() {
        CompletableFuture<Void> current = change;
        change = new CompletableFuture<>();
        return current;
    }

    synchronized News news() {
        return new News(engines, groups, told, lost, failed, lastFailure, change);
    }

    /** @param listener given the engines before and after; must not block */
    Registration listen(BiConsumer<List<EngineInfo>, List<EngineInfo>> listener) {
        synchronized (this) {
            List<BiConsumer<List<EngineInfo>, List<EngineInfo>>> more = new ArrayList<>(listeners);
            more.add(listener);
            listeners = more;
        }
        return () -> unlisten(listener);
    }

    private synchronized void unlisten(BiConsumer<List<EngineInfo>, List<EngineInfo>> listener) {
        listeners = listeners.stream().filter(other -> other != listener).toList();
    }

    /** Those of one list that are live there and were not in the other, or in another process. */
    static List<EngineInfo> liveOnlyIn(List<EngineInfo> these, List<EngineInfo> others) {
        Map<Integer, Long> pids = others.stream()
                .filter(engine -> engine.state() == State.LIVE)
                .collect(Collectors.toMap(engine -> engine.engine().number(), EngineInfo::pid));
        Function<EngineInfo, Long> pid = engine -> pids.get(engine.engine().number());
        return these.stream()
                .filter(engine -> engine.state() == State.LIVE)
                .filter(engine -> pid.apply(engine) == null || pid.apply(engine) != engine.pid())
                .toList();
    }
}
