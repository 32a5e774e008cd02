package dev.tutti.engine;

import dev.tutti.engine.execute.Session;
import dev.tutti.engine.execute.TaskWork;
import dev.tutti.engine.task.Codecs;
import dev.tutti.engine.task.Tasks;
import dev.tutti.engine.transport.Requests;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;

/** The room of tasks, entered with the first one: an engine that runs cells alone loads nothing of it. Main thread. */
final class LazyTasks implements TaskWork {

    private final EngineId engine;
    private final Requests requests;
    private final Codecs codecs;
    private Tasks entered;

    LazyTasks(EngineId engine, Requests requests, Codecs codecs) {
        this.engine = engine;
        this.requests = requests;
        this.codecs = codecs;
    }

    @Override
    public Batch open(Session session, TaskMessage.Run run) {
        if (entered == null) {
            entered = new Tasks(engine, requests, codecs);
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
