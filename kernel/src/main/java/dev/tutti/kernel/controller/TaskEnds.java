package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;

/** Tells a client how tasks ended: in as few frames as may be, none of them too large. */
final class TaskEnds {

    /** So many bytes of values and exceptions go into a frame, or one end that has more. */
    private static final long FRAME_BYTES = 4 << 20;

    private static final int FRAME_ENDS = 10_000;

    private TaskEnds() {}

    static void tell(Turn turn, Client client, List<TaskEnd> ends) {
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < ends.size(); i++) {
            long more = bytes(ends.get(i).outcome());
            if (i > from && (bytes + more > FRAME_BYTES || i - from == FRAME_ENDS)) {
                client.tell(turn, RequestId.NONE, new TaskMessage.TasksEnded(ends.subList(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < ends.size()) {
            client.tell(turn, RequestId.NONE, new TaskMessage.TasksEnded(ends.subList(from, ends.size())));
        }
    }

    private static long bytes(TaskOutcome outcome) {
        return switch (outcome) {
            case TaskOutcome.Value(var value) -> value.size();
            case TaskOutcome.Thrown(var fault, var exception) ->
                exception.map(dev.tutti.engine.wire.Parcel::size).orElse(0L)
                        + 100L * fault.frames().size();
            case TaskOutcome.Stopped _,
                    TaskOutcome.Unmet _,
                    TaskOutcome.Refused _,
                    TaskOutcome.Lost _,
                    TaskOutcome.Cancelled _,
                    TaskOutcome.Impossible _,
                    TaskOutcome.TimedOut _ -> 0;
        };
    }
}
