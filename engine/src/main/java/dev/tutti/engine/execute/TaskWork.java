package dev.tutti.engine.execute;

import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;

/** What tasks do: the room of tasks, as the main thread sees it. Main thread. */
public interface TaskWork {

    /** Makes ready what the tasks of a message share; runs no user code. */
    Batch open(Session session, TaskMessage.Run run);

    /** A session is closed: nothing of it is kept. */
    void closed(SessionId session);

    /** The tasks of one message. */
    interface Batch {

        /** Runs one of them: all user code of it runs in here. */
        TaskOutcome run(RunSpec spec);

        /** An outcome that is not sent, because a stop came before its end: what it holds is let go. */
        void discard(TaskOutcome outcome);
    }
}
