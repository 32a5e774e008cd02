package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.RequestId;

/** What is to be looked at when a time has come. */
sealed interface Alarm {

    /** Ask all engines for a sign of life. */
    record Heartbeat() implements Alarm {}

    /** A process should have said hello by now. */
    record HelloDue(LaunchId launch) implements Alarm {}

    /** Whoever opened this connection should have said hello by now. */
    record StrangerDue(ConnectionId connection) implements Alarm {}

    /** Of connection and process one has ended; the other should have by now. */
    record EndDue(LaunchId launch) implements Alarm {}

    /** An engine that printed too fast without a cell may be read again. */
    record StrayDue(LaunchId launch) implements Alarm {}

    /** A question should have been answered by now. */
    record AnswerDue(RequestId request) implements Alarm {}

    /** A client that does not read is not waited for any longer. */
    record DeafDue(long client) implements Alarm {}

    /** Clients may be told again which engines there are. */
    record NewsDue() implements Alarm {}

    /** All engines should be gone by now. */
    record CloseDue() implements Alarm {}
}
