package dev.tutti.engine.task;

import dev.tutti.engine.execute.Session;
import dev.tutti.engine.execute.TaskWork;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The tasks of all sessions at this engine. Main thread. */
public final class Tasks implements TaskWork {

    private final EngineId engine;
    private final Requests requests;
    private final Path spool;
    private final Map<Long, SessionTasks> bySession = new HashMap<>();

    /**
     * @param requests where contexts are asked for
     * @param spool the cluster's folder for values that are large
     */
    public Tasks(EngineId engine, Requests requests, Path spool) {
        this.engine = engine;
        this.requests = requests;
        this.spool = spool;
    }

    @Override
    public Batch open(Session session, TaskMessage.Run run) {
        SessionTasks tasks = bySession.computeIfAbsent(
                session.id().value(), _ -> new SessionTasks(engine, session, requests, spool));
        return new RunBatch(tasks, run);
    }

    @Override
    public void closed(SessionId session) {
        bySession.remove(session.value());
    }
}
