package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What the controller's decisions are made on. Calls carry a request id that their answers bear. */
sealed interface Event {

    // Calls of the kernel.

    record Start(RequestId call, int count, EngineSettings settings) implements Event {}

    /** Also starts local for the first time. */
    record Restart(RequestId call, EngineId engine) implements Event {}

    /** An engine in the JVM of an application is left there. */
    record Leave(EngineId engine) implements Event {}

    record Execute(RequestId request, Set<EngineId> targets, Message.Execute cell) implements Event {}

    record Ask(RequestId request, Set<EngineId> engines, Message.Request question, Duration timeout) implements Event {}

    record Stop(RequestId request, RequestId execution, Duration timeout) implements Event {}

    /** The taker of a dispatch has taken so much output of an engine, in {@link OutputFlow#cost} units. */
    record Taken(RequestId execution, EngineId engine, long cost) implements Event {}

    record Close() implements Event {}

    // Clients of this process.

    record ClientOpened(long client, SessionId session) implements Event {}

    record ClientSaid(long client, RequestId request, Message message) implements Event {}

    record ClientClosed(long client) implements Event {}

    /** Everything that clients of a session wanted is cancelled, running tasks too if that is said. */
    record Abort(SessionId session, boolean running) implements Event {}

    // The transport.

    record Opened(ConnectionId connection) implements Event {}

    record Received(ConnectionId connection, RequestId request, Message message) implements Event {}

    /** A frame whose body is not of its layout. */
    record Undecodable(ConnectionId connection, RequestId request, String reason) implements Event {}

    /** A frame of another protocol version. */
    record Foreign(ConnectionId connection, RequestId request, int version) implements Event {}

    /** A peer reads too slowly what it is sent, or has caught up. */
    record Writable(ConnectionId connection, boolean writable) implements Event {}

    record Disconnected(ConnectionId connection, Optional<String> broken) implements Event {}

    // The launcher.

    record LaunchFailed(LaunchId launch, String reason) implements Event {}

    record Wrote(LaunchId launch, StreamKind kind, String text) implements Event {}

    record Exited(LaunchId launch, Exit exit) implements Event {}

    // Answers to questions of engines.

    record ClassFound(ConnectionId connection, RequestId request, Optional<ClassFile> classFile) implements Event {}

    /** The engines that start when first needed are there; a client waits for its welcome. */
    record EnginesAwaited(ConnectionId connection, RequestId request) implements Event {}

    record KernelAnswered(long client, RequestId request, Message answer) implements Event {}

    record InputRead(ConnectionId connection, RequestId request, Optional<byte[]> bytes) implements Event {}

    /** The terminal is back, or was not to be had. */
    record TerminalBack(ConnectionId connection, RequestId request, Optional<Integer> exitCode) implements Event {}

    /** Nothing but the time has changed. */
    record TimePassed() implements Event {}
}
