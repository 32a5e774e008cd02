package dev.tutti.client;

import dev.tutti.engine.target.TargetContext;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import java.util.List;
import java.util.TreeSet;

/** A cluster's connection, opened when it is first needed. Any thread. */
final class ClusterLink {

    /** How the connection is had. @see Connecting */
    @FunctionalInterface
    interface Opening {
        /** @throws ClusterException if it cannot be had */
        Opened open();
    }

    /**
     * An open connection.
     *
     * @param shared whether it is the running session's, which may be another the next time
     * @param closing what ends it
     */
    record Opened(LinkDispatcher dispatcher, boolean shared, Runnable closing) {}

    private final Opening opening;
    private Opened opened;
    private boolean closed;

    ClusterLink(Opening opening) {
        this.opening = opening;
    }

    LinkDispatcher dispatcher() {
        return opened().dispatcher();
    }

    private synchronized Opened opened() {
        if (closed) {
            throw new ClusterException("This cluster's connection has been closed. Connect anew.", null);
        }
        if (opened == null || opened.shared()) {
            opened = opening.open();
        }
        return opened;
    }

    /** A connection that is not its own, or that it does not have yet, goes on. */
    void close() {
        Opened had;
        synchronized (this) {
            if (opened == null || opened.shared()) {
                return;
            }
            had = opened;
            opened = null;
            closed = true;
        }
        had.closing().run();
    }

    EngineRoster.News news() {
        EngineRoster.News news = dispatcher().roster().news();
        if (!news.lost().isEmpty()) {
            throw new ClusterException(news.lost() + " Connect anew.", null);
        }
        return news;
    }

    /** @throws NoEnginesException if there is none, or a named one is gone */
    List<EngineId> resolve(TargetSpec spec) {
        EngineRoster.News news = news();
        TreeSet<EngineId> ids = new TreeSet<>();
        news.live().forEach(engine -> ids.add(engine.engine()));
        if (ids.isEmpty()) {
            throw new NoEnginesException("No engines are connected, so there is nowhere to run. Start some with"
                    + " cluster.start(4), or wait for those that start with cluster.awaitEngines(4).");
        }
        try {
            List<EngineId> targets = spec.inOrder(ids, TargetContext.of(news.groups()));
            if (targets.contains(EngineId.LOCAL)) {
                throw new NoEnginesException("Targets '" + spec + "': local is where this call comes from; a view"
                        + " is of engines besides it. Call the function itself.");
            }
            return targets;
        } catch (TargetException e) {
            throw new NoEnginesException(e.getMessage());
        }
    }
}
