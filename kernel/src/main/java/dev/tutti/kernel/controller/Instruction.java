package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the controller's decisions lead to, carried out in order by {@link Carrier}. */
sealed interface Instruction {

    // For the transport.

    /** One frame to all of them. */
    record Send(List<ConnectionId> to, RequestId request, Message message) implements Instruction {}

    record Read(ConnectionId connection, boolean on) implements Instruction {}

    record Disconnect(ConnectionId connection) implements Instruction {}

    // For the launcher.

    record Launch(LaunchId launch, EngineId engine, String token, int engines, EngineSettings settings)
            implements Instruction {}

    record Kill(LaunchId launch) implements Instruction {}

    // For the kernel's calls.

    record Deliver(RequestId execution, DispatchEvent event) implements Instruction {}

    record Started(RequestId call, List<EngineId> engines) implements Instruction {}

    record StartFailed(RequestId call, String reason) implements Instruction {}

    record Answered(RequestId request, Map<EngineId, Message.Reply> replies) implements Instruction {}

    record Closed() implements Instruction {}

    // For clients of this process.

    record TellClient(long client, RequestId request, Message message) implements Instruction {}

    // Questions of clients to the kernel.

    /** @param connection waits for its welcome */
    record AwaitEngines(ConnectionId connection, RequestId request) implements Instruction {}

    /** @param own whether the client's session is its own: then there is no kernel to ask */
    record AskKernel(long client, RequestId request, boolean own, SessionId session, TaskMessage question)
            implements Instruction {}

    // For whoever asks for the roster.

    record Show(EngineStatus status) implements Instruction {}

    record Hide(EngineId engine) implements Instruction {}

    record ShowGroups(List<EngineGroup> groups) implements Instruction {}

    // Questions of engines.

    record FindClass(ConnectionId connection, RequestId request, SessionId session, String name)
            implements Instruction {}

    record ReadInput(ConnectionId connection, RequestId request, int limit) implements Instruction {}

    record LendTerminal(ConnectionId connection, RequestId request, Message.TerminalRequest wish)
            implements Instruction {}

    /** Nobody waits for that input, or for the end of that program, any more. */
    record ForgetInput(ConnectionId connection) implements Instruction {}

    // For the listener.

    record TellJoined(EngineId engine) implements Instruction {}

    record TellLost(EngineId engine, String reason) implements Instruction {}

    /** It was asked to go. */
    record TellStopped(EngineId engine) implements Instruction {}

    record TellDefined(SessionId session, EngineId engine, VariableRef variable) implements Instruction {}

    record TellSilent(EngineId engine, Duration since) implements Instruction {}

    record TellOutput(EngineId engine, StreamKind kind, String text) implements Instruction {}
}
