package dev.tutti.engine.execute;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunSpec;

/** What waits for its turn on the main thread. */
sealed interface Job {

    /** What a stop names. */
    RequestId id();

    /** A request, which is answered. */
    record Asked(RequestId id, Message.Request request) implements Job {}

    /** One of the tasks that came in one message. */
    record Task(TaskBatch batch, RunSpec spec) implements Job {
        @Override
        public RequestId id() {
            return spec.run();
        }
    }
}
