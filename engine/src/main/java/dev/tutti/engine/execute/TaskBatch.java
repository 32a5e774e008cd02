package dev.tutti.engine.execute;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskMessage;

/** The tasks of one message and what they share. Main thread. */
final class TaskBatch {

    private final TaskMessage.Run run;
    private TaskWork.Batch work;
    private Session openedFor;
    private Position position;

    TaskBatch(TaskMessage.Run run) {
        this.run = run;
    }

    TaskMessage.Run run() {
        return run;
    }

    /** What runs them; another one when their session was closed and begun anew meanwhile. */
    TaskWork.Batch work(TaskWork tasks, Session session) {
        if (openedFor != session) {
            openedFor = session;
            work = tasks.open(session, run);
        }
        return work;
    }

    /** Where the engine stands among their targets. */
    Position position(EngineId engine) {
        if (position == null) {
            position = run.targets().isEmpty() ? Position.BALANCED : Position.of(engine, run.targets());
        }
        return position;
    }
}
