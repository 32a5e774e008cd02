package dev.tutti.client;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineInfo.State;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits until there are so many live engines. One that dies while it starts ends the waiting: it would not end well. */
final class EngineWait {

    private final EngineRoster roster;
    private final int count;
    private final Set<EngineId> starting = new HashSet<>();
    private final long failedBefore;

    EngineWait(EngineRoster roster, int count) {
        this.roster = roster;
        this.count = count;
        this.failedBefore = roster.news().failed();
    }

    void await(Duration timeout) {
        long limit = AsyncResult.nanos(timeout);
        long start = System.nanoTime();
        while (true) {
            EngineRoster.News news = roster.news();
            if (isReached(news)) {
                return;
            }
            long left = limit - (System.nanoTime() - start);
            if (left <= 0 || !awaitChange(news, left)) {
                if (isReached(roster.news())) {
                    return;
                }
                throw new NoEnginesException("After " + timeout.toMillis() + " ms, " + ready(roster.news())
                        + ". Wait longer, or start more with cluster.start.");
            }
        }
    }

    private boolean isReached(EngineRoster.News news) {
        if (!news.lost().isEmpty()) {
            throw new ClusterException(news.lost(), null);
        }
        if (news.live().size() >= count) {
            return true;
        }
        if (news.failed() > failedBefore) {
            throw new NoEnginesException("Only " + ready(news) + ". " + news.lastFailure());
        }
        List<EngineId> died = starting.stream()
                .filter(engine -> isGone(news, engine))
                .sorted()
                .toList();
        if (!died.isEmpty()) {
            throw new NoEnginesException("While " + EngineRanges.named(died) + " started, "
                    + (died.size() == 1 ? "it" : "they") + " died; " + ready(news)
                    + ". Others may be started with cluster.start.");
        }
        news.engines().stream()
                .filter(engine -> engine.state() == State.STARTING)
                .map(EngineInfo::engine)
                .forEach(starting::add);
        return false;
    }

    private static boolean isGone(EngineRoster.News news, EngineId engine) {
        return news.engines().stream().noneMatch(info -> info.engine().equals(engine) && info.state() != State.LOST);
    }

    private String ready(EngineRoster.News news) {
        return news.live().size() + " of " + count + " engines are ready";
    }

    private static boolean awaitChange(EngineRoster.News news, long nanos) {
        try {
            return Waiting.await(news.next(), nanos, () -> {});
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("The thread was interrupted while it waited for engines.");
        }
    }
}
