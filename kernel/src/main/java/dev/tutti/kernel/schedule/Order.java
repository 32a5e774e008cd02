package dev.tutti.kernel.schedule;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;

/** What the scheduler wants done, in order. */
public sealed interface Order {

    /** One frame to all of them. */
    record Send(List<EngineId> engines, TaskMessage.Run run) implements Order {
        public Send {
            engines = List.copyOf(engines);
        }
    }

    /** Stop a run where it is: if it has not begun there, it ends as stopped, without frames, started at 0. */
    record Stop(EngineId engine, RequestId run) implements Order {}

    /**
     * Take back those of the runs that have not begun on their engine: each ends as stopped, without frames, started at
     * 0. The others are left alone and nothing is said of them. An engine that takes none back breaks no rule: its tasks
     * only wait there for longer.
     */
    record Recall(EngineId engine, List<RequestId> runs) implements Order {
        public Recall {
            runs = List.copyOf(runs);
        }
    }

    /** Tell a client how tasks of its ended. */
    record Tell(long client, List<TaskEnd> ends) implements Order {
        public Tell {
            ends = List.copyOf(ends);
        }
    }

    /** A task has given a session variable its value at an engine. Comes before what its client is told of the task. */
    record Defined(SessionId session, EngineId engine, VariableRef variable) implements Order {}

    /** Give the engine a fresh process: it has run as many tasks as it may, or has one that does not stop. */
    record Recycle(EngineId engine) implements Order {}
}
