package dev.tutti.engine.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that controller and engine say to each other. A request is answered by exactly one terminal {@link Reply} under
 * its request id; {@link Output} under that id comes before it. Notices carry {@link RequestId#NONE} or the id of the
 * execution that they belong to.
 *
 * <p>The idea of one record per message, and of a header that is decoded apart from the body, is that of Julia's
 * Distributed.
 */
public sealed interface Message permits Message.Request, Message.Reply, Message.Notice, TaskMessage {

    /** Which of the records this is. */
    MessageType type();

    /** Asks for one terminal reply. */
    sealed interface Request extends Message {}

    /** Ends a request. */
    sealed interface Reply extends Message {}

    /** Expects no answer of its own. */
    sealed interface Notice extends Message {}

    // Handshake: the engine speaks first.

    /**
     * The engine's first message.
     *
     * @param token the join token that its launcher gave it
     * @param version Tutti's version, as in the jar's manifest
     * @param java the Java version of the JVM
     * @param pid its process id
     * @param host the name of its host
     */
    record Hello(String token, String version, String java, long pid, String host) implements Request {
        @Override
        public MessageType type() {
            return MessageType.HELLO;
        }
    }

    /**
     * The engine is in.
     *
     * @param engine its id
     * @param clientToken what a client in this JVM shows, see {@link TaskMessage.ClientHello}
     * @param spool the cluster's spool folder
     */
    record Welcome(EngineId engine, String clientToken, String spool) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.WELCOME;
        }
    }

    /** The engine is not let in; it ends after writing the reason to its standard error. */
    record Refused(String reason) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.REFUSED;
        }
    }

    // Controller → engine.

    /**
     * Runs entry points, in order, on the engine's main thread, after making class files available. One frame for all
     * targets: nothing in it differs between engines.
     *
     * @param session whose class loader
     * @param cell the cell's number
     * @param targets the ids of the cell's targets, sorted, without local: rank is the position in it, size its length
     * @param classes new classes; the engine may define them when they are first needed
     * @param redefinitions newest bytes of classes that keep their shape: redefined where already loaded, else kept for
     *     later
     * @param entries what to call; the first that throws ends the execution
     * @param show whether the value is to be rendered
     * @param limits how the value is rendered
     * @param counted whether what the JVM counts is to be told
     */
    record Execute(
            SessionId session,
            CellNumber cell,
            List<EngineId> targets,
            List<ClassFile> classes,
            List<ClassFile> redefinitions,
            List<EntryPoint> entries,
            boolean show,
            RenderLimits limits,
            boolean counted)
            implements Request {
        public Execute {
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(cell, "cell");
            targets = List.copyOf(targets);
            classes = List.copyOf(classes);
            redefinitions = List.copyOf(redefinitions);
            entries = List.copyOf(entries);
            Objects.requireNonNull(limits, "limits");
        }

        /** One that nobody measures. */
        public Execute(
                SessionId session,
                CellNumber cell,
                List<EngineId> targets,
                List<ClassFile> classes,
                List<ClassFile> redefinitions,
                List<EntryPoint> entries,
                boolean show,
                RenderLimits limits) {
            this(session, cell, targets, classes, redefinitions, entries, show, limits, false);
        }

        @Override
        public MessageType type() {
            return MessageType.EXECUTE;
        }
    }

    /** As {@link Execute#redefinitions()}, for engines that are not targets of the cell. Answered by {@link Ack}. */
    record Redefine(SessionId session, List<ClassFile> redefinitions) implements Request {
        public Redefine {
            redefinitions = List.copyOf(redefinitions);
        }

        @Override
        public MessageType type() {
            return MessageType.REDEFINE;
        }
    }

    /** Renders variables, on the main thread. Answered by {@link VariablesRead}. */
    record ReadVariables(SessionId session, List<VariableRef> variables, RenderLimits limits) implements Request {
        public ReadVariables {
            variables = List.copyOf(variables);
        }

        @Override
        public MessageType type() {
            return MessageType.READ_VARIABLES;
        }
    }

    /** Sets variables to null or zero: their values may be collected ({@code Out[N]} keeps its own). Answered by {@link Ack}. */
    record Forget(SessionId session, List<VariableRef> variables) implements Request {
        public Forget {
            variables = List.copyOf(variables);
        }

        @Override
        public MessageType type() {
            return MessageType.FORGET;
        }
    }

    /** Drops a session's class loader, variables and {@code Out}. Answered by {@link Ack}. */
    record CloseSession(SessionId session) implements Request {
        @Override
        public MessageType type() {
            return MessageType.CLOSE_SESSION;
        }
    }

    /**
     * Stops an execution: interrupt and woven stop check. Answered at once by {@link Stopping}; the execution then ends
     * with {@link Outcome.Stopped} under its own id.
     *
     * @param execution the request id of the {@link Execute}; one that has ended already is answered with no frames
     */
    record Stop(RequestId execution) implements Request {
        @Override
        public MessageType type() {
            return MessageType.STOP;
        }
    }

    /** Asks for a sign of life. @param received how many messages the sender has had on this connection */
    record Ping(long received) implements Request {
        @Override
        public MessageType type() {
            return MessageType.PING;
        }
    }

    /** The engine ends, running its shutdown hooks, within 1 s. Answered by {@link Ack} before it does. */
    record Shutdown() implements Request {
        @Override
        public MessageType type() {
            return MessageType.SHUTDOWN;
        }
    }

    /**
     * Adds jars and folders to what a session's classes and resources are looked for in, behind those that are there
     * already; one that is there stays where it is. Answered by {@link Ack}, or by {@link Failure} naming those that this
     * engine cannot read: the others count all the same.
     *
     * @param entries absolute paths on the engine's host
     */
    record ExtendClassPath(SessionId session, List<String> entries) implements Request {
        public ExtendClassPath {
            entries = List.copyOf(entries);
        }

        @Override
        public MessageType type() {
            return MessageType.EXTEND_CLASS_PATH;
        }
    }

    /**
     * Asks for what the JVM tells of itself. Answered beside the main thread, so also while user code runs there, by
     * {@link Inspected}.
     *
     * @param subject a word that says what about, and others that say how
     */
    record Inspect(String subject) implements Request {
        public Inspect {
            Objects.requireNonNull(subject, "subject");
        }

        @Override
        public MessageType type() {
            return MessageType.INSPECT;
        }
    }

    // Engine → controller.

    /**
     * What user code wrote; cut between characters, at most 32 KiB of text each.
     *
     * @param kind stdout or stderr
     * @param text the characters as written
     */
    record Output(StreamKind kind, String text) implements Notice {
        @Override
        public MessageType type() {
            return MessageType.OUTPUT;
        }
    }

    /** Asks for a class that the session's loader misses. Answered by {@link ClassReply}. */
    record ClassRequest(SessionId session, String name) implements Request {
        @Override
        public MessageType type() {
            return MessageType.CLASS_REQUEST;
        }
    }

    /** The class file, or nothing: then the class does not exist. */
    record ClassReply(Optional<ClassFile> classFile) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.CLASS_REPLY;
        }
    }

    /** User code at local reads standard input. Answered by {@link InputReply}. @param limit at most so many bytes */
    record InputRequest(int limit) implements Request {
        @Override
        public MessageType type() {
            return MessageType.INPUT_REQUEST;
        }
    }

    /** Bytes of standard input; none means its end. */
    record InputReply(byte[] bytes) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.INPUT_REPLY;
        }
    }

    /**
     * User code at local wants a program to have the user's terminal: to read keys and draw. Answered by
     * {@link TerminalReply} when it has ended.
     *
     * @param words the program and its arguments
     * @param directory where it runs
     * @param environment its variables, {@code NAME=VALUE}
     */
    record TerminalRequest(List<String> words, String directory, List<String> environment) implements Request {
        public TerminalRequest {
            words = List.copyOf(words);
            Objects.requireNonNull(directory, "directory");
            environment = List.copyOf(environment);
        }

        @Override
        public MessageType type() {
            return MessageType.TERMINAL_REQUEST;
        }
    }

    /** The program's exit code; none if there is no terminal to give: then nothing has run. */
    record TerminalReply(Optional<Integer> exitCode) implements Reply {
        public TerminalReply {
            Objects.requireNonNull(exitCode, "exitCode");
        }

        @Override
        public MessageType type() {
            return MessageType.TERMINAL_REPLY;
        }
    }

    // Replies of the engine.

    /**
     * The terminal reply to {@link Execute}.
     *
     * @param outcome how it ended
     * @param completed how many entry points completed
     * @param defined variables that this execution gave a value (declared or assigned) at this place
     * @param undefined variables whose declaration failed: they have no value here now
     * @param wallNanos from the first entry point's call to the last one's return
     * @param cpuNanos CPU time of the main thread meanwhile
     * @param figures what was measured, by whoever measures; mostly empty
     */
    record Done(
            Outcome outcome,
            int completed,
            List<VariableRef> defined,
            List<VariableRef> undefined,
            long wallNanos,
            long cpuNanos,
            String figures)
            implements Reply {
        public Done {
            Objects.requireNonNull(outcome, "outcome");
            defined = List.copyOf(defined);
            undefined = List.copyOf(undefined);
            Objects.requireNonNull(figures, "figures");
        }

        /** One without figures. */
        public Done(
                Outcome outcome,
                int completed,
                List<VariableRef> defined,
                List<VariableRef> undefined,
                long wallNanos,
                long cpuNanos) {
            this(outcome, completed, defined, undefined, wallNanos, cpuNanos, "");
        }

        @Override
        public MessageType type() {
            return MessageType.DONE;
        }
    }

    /** Values in the order asked for; nothing for a variable that is not defined here. */
    record VariablesRead(List<Optional<Rendered>> values) implements Reply {
        public VariablesRead {
            values = List.copyOf(values);
        }

        @Override
        public MessageType type() {
            return MessageType.VARIABLES_READ;
        }
    }

    /** Where the main thread is, newest call first; empty when it is idle. */
    record Stopping(List<Frame> where) implements Reply {
        public Stopping {
            where = List.copyOf(where);
        }

        @Override
        public MessageType type() {
            return MessageType.STOPPING;
        }
    }

    /**
     * A sign of life.
     *
     * @param heapUsedBytes the heap in use
     * @param heapMaxBytes the most it may grow to
     * @param received how many messages the sender has had on this connection
     */
    record Pong(long heapUsedBytes, long heapMaxBytes, long received) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.PONG;
        }
    }

    /** Done; there is nothing to say. */
    record Ack() implements Reply {
        @Override
        public MessageType type() {
            return MessageType.ACK;
        }
    }

    /** The request could not be carried out: a body that could not be decoded, an unknown type, a bug of ours. */
    record Failure(String reason) implements Reply {
        @Override
        public MessageType type() {
            return MessageType.FAILURE;
        }
    }

    /** What the JVM tells of itself. @param figures rows of words and numbers */
    record Inspected(String figures) implements Reply {
        public Inspected {
            Objects.requireNonNull(figures, "figures");
        }

        @Override
        public MessageType type() {
            return MessageType.INSPECTED;
        }
    }
}
