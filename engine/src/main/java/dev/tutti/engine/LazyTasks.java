package dev.tutti.engine;

import dev.tutti.engine.execute.Session;
import dev.tutti.engine.execute.TaskWork;
import dev.tutti.engine.task.Tasks;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;

/** The room of tasks, entered with the first one: an engine that runs cells alone loads nothing of it. Main thread. */
final class LazyTasks implements TaskWork {

    private final EngineId engine;
    private final Requests requests;
    private final String spool;
    private Tasks entered;

    /** @param spool the cluster's folder for values that are large */
    LazyTasks(EngineId engine, Requests requests, String spool) {
        this.engine = engine;
        this.requests = requests;
        this.spool = spool;
    }

    @Override
    public Batch open(Session session, TaskMessage.Run run) {
        if (entered == null) {
            entered = new Tasks(engine, requests, Path.of(spool));
        }
        return entered.open(session, run);
    }

    @Override
    public void closed(SessionId session) {
        if (entered != null) {
            entered.closed(session);
        }
    }
}
