package dev.tutti.engine.wire;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What clients, controller and engines say to each other about tasks. A client is any JVM with the client library: the
 * local engine, an engine whose task submits tasks, an ordinary program. Its connection is its own, also in an engine.
 *
 * <p>Questions (asks) carry a request id and are answered under it by exactly one of the answers named, or by
 * {@link Message.Failure}. All else carries no id.
 */
public sealed interface TaskMessage extends Message {

    // The handshake: the client speaks first.

    /**
     * The client's first message, answered by {@link ClientWelcome} or {@link Message.Refused}.
     *
     * @param token the cluster's client token, from {@link Message.Welcome} or the connection file
     * @param session the session whose classes it runs; 0: a new one, whose classes the client itself serves
     */
    record ClientHello(String token, String version, String java, long pid, String host, SessionId session)
            implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.CLIENT_HELLO;
        }
    }

    /** The client is in. @param session its session @param spool the cluster's spool folder */
    record ClientWelcome(SessionId session, String spool) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.CLIENT_WELCOME;
        }
    }

    // Controller → client, unasked.

    /**
     * All engines besides local as they are now: after the welcome, and after each change.
     *
     * @param groups the names that targets may use
     * @param failures why engines could not be started since the last of these messages: full sentences, with what the
     *     engine wrote last
     */
    record EnginesChanged(List<EngineInfo> engines, List<EngineGroup> groups, List<String> failures)
            implements TaskMessage {
        public EnginesChanged {
            engines = List.copyOf(engines);
            groups = List.copyOf(groups);
            failures = List.copyOf(failures);
        }

        /** None has a name, and none has failed to start. */
        public EnginesChanged(List<EngineInfo> engines) {
            this(engines, List.of(), List.of());
        }

        @Override
        public MessageType type() {
            return MessageType.ENGINES_CHANGED;
        }
    }

    /** Tasks that have ended. Their output has come before. */
    record TasksEnded(List<TaskEnd> ends) implements TaskMessage {
        public TasksEnded {
            ends = List.copyOf(ends);
        }

        @Override
        public MessageType type() {
            return MessageType.TASKS_ENDED;
        }
    }

    /** What a task wrote. */
    record TaskOutput(TaskId task, EngineId engine, StreamKind kind, String text) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.TASK_OUTPUT;
        }
    }

    /** What a task told of its progress: the newest, at most some ten in a second. @param total 0 if unknown */
    record TaskProgress(TaskId task, EngineId engine, long done, long total, String note) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.TASK_PROGRESS;
        }
    }

    // Client → controller.

    /** Tasks, with functions and options that they share. Each ends by {@link TasksEnded}. */
    record Submit(List<TaskFunction> functions, List<TaskOptions> options, List<TaskSpec> tasks)
            implements TaskMessage {
        public Submit {
            functions = List.copyOf(functions);
            options = List.copyOf(options);
            tasks = List.copyOf(tasks);
        }

        @Override
        public MessageType type() {
            return MessageType.SUBMIT;
        }
    }

    /**
     * Tasks are no longer wanted.
     *
     * @param running whether running ones are stopped, as waiting ones are in any case
     * @param grace after so long an engine that still has one of them gets a fresh process; none: it is left alone
     */
    record Cancel(List<TaskId> tasks, boolean running, Optional<Duration> grace) implements TaskMessage {
        public Cancel {
            tasks = List.copyOf(tasks);
            Objects.requireNonNull(grace, "grace");
        }

        public Cancel(List<TaskId> tasks, boolean running) {
            this(tasks, running, Optional.empty());
        }

        @Override
        public MessageType type() {
            return MessageType.CANCEL;
        }
    }

    /**
     * A function that every engine calls before its first task of this session, also those that join later; those there
     * are call it at once. A later one of the same label takes the place of the former.
     */
    record Initialise(String label, TaskFunction function) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.INITIALISE;
        }
    }

    /** Engines are given a fresh process after so many tasks each; 0: never. */
    record Recycle(int afterTasks) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.RECYCLE;
        }
    }

    /** Ask: starts engines. Answered by {@link EnginesStarted}. */
    record StartEngines(int count, EngineSettings settings) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.START_ENGINES;
        }
    }

    /** Ask: gives engines a fresh process each. Answered by {@link EnginesStarted}. */
    record RestartEngines(List<EngineId> engines) implements TaskMessage {
        public RestartEngines {
            engines = List.copyOf(engines);
        }

        @Override
        public MessageType type() {
            return MessageType.RESTART_ENGINES;
        }
    }

    /** Ask: ends engines for good; their numbers are not used again. Answered by {@link Message.Ack}. */
    record StopEngines(List<EngineId> engines) implements TaskMessage {
        public StopEngines {
            engines = List.copyOf(engines);
        }

        @Override
        public MessageType type() {
            return MessageType.STOP_ENGINES;
        }
    }

    /**
     * Ask: names engines for all clients; no engines: the name is forgotten. Answered by {@link Message.Ack}, after
     * {@link EnginesChanged}.
     */
    record NameEngines(EngineGroup group) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.NAME_ENGINES;
        }
    }

    record EnginesStarted(List<EngineId> engines) implements TaskMessage {
        public EnginesStarted {
            engines = List.copyOf(engines);
        }

        @Override
        public MessageType type() {
            return MessageType.ENGINES_STARTED;
        }
    }

    /** Ask: what engines have to do and have done. Answered by {@link Loads}. */
    record AskLoads() implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.ASK_LOADS;
        }
    }

    /** @param unplaced balanced tasks that wait to be placed */
    record Loads(List<EngineLoad> loads, int unplaced) implements TaskMessage {
        public Loads {
            loads = List.copyOf(loads);
        }

        @Override
        public MessageType type() {
            return MessageType.LOADS;
        }
    }

    // Client → kernel, through the controller. In a session that the client serves itself they are answered by none.

    /**
     * Ask: what a function object's code reaches. Answered by {@link Captures}.
     *
     * @param className the class of its code
     * @param method the method of its code; empty: all methods of the class
     * @param descriptor of that method
     */
    record AskCaptures(String className, String method, String descriptor) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.ASK_CAPTURES;
        }
    }

    /**
     * @param reads the session variables that the code may read: they are to be carried
     * @param classes the classes that must be defined anew for each context, because they touch those variables
     * @param refusal why such code cannot travel: it assigns a session variable, or a type's methods read one
     */
    record Captures(List<VariableRef> reads, List<String> classes, Optional<String> refusal) implements TaskMessage {
        public Captures {
            reads = List.copyOf(reads);
            classes = List.copyOf(classes);
            Objects.requireNonNull(refusal, "refusal");
        }

        @Override
        public MessageType type() {
            return MessageType.CAPTURES;
        }
    }

    /**
     * Ask: the session variable of a name. Answered by {@link VariableFound}.
     *
     * @param declare the type to declare it with if there is none, as Java source ({@code double[]}); none: do not
     */
    record AskVariable(String name, Optional<String> declare) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.ASK_VARIABLE;
        }
    }

    /** @param declaredType its type as Java source; empty if there is no such variable */
    record VariableFound(Optional<VariableRef> variable, String declaredType) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.VARIABLE_FOUND;
        }
    }

    /** Ask: runs code as a cell at engines. Answered by {@link CodeExecuted} when it has ended at all of them. */
    record ExecuteCode(List<EngineId> targets, String code, boolean show) implements TaskMessage {
        public ExecuteCode {
            targets = List.copyOf(targets);
        }

        @Override
        public MessageType type() {
            return MessageType.EXECUTE_CODE;
        }
    }

    /**
     * @param rejected what the compiler said, if it did not compile: then it ran nowhere
     * @param ends by engine
     */
    record CodeExecuted(Optional<String> rejected, List<CodeEnd> ends) implements TaskMessage {
        public CodeExecuted {
            Objects.requireNonNull(rejected, "rejected");
            ends = List.copyOf(ends);
        }

        @Override
        public MessageType type() {
            return MessageType.CODE_EXECUTED;
        }
    }

    /**
     * How code ended on one engine.
     *
     * @param outcome nothing if the engine was lost
     * @param lost why it was lost; empty if it was not
     * @param stdout what it wrote, bounded
     */
    record CodeEnd(EngineId engine, Optional<Outcome> outcome, String lost, String stdout, String stderr) {}

    // Controller → engine.

    /**
     * Tasks to run on the main thread, in order. One frame for all engines of a direct call.
     *
     * @param session whose classes and variables
     * @param client the connection that submitted them, as the controller numbers it: its contexts are asked of it
     * @param targets of a direct call, sorted: rank is the position in it; empty for balanced tasks
     */
    record Run(SessionId session, long client, List<EngineId> targets, List<TaskFunction> functions, List<RunSpec> runs)
            implements TaskMessage {
        public Run {
            targets = List.copyOf(targets);
            functions = List.copyOf(functions);
            runs = List.copyOf(runs);
        }

        @Override
        public MessageType type() {
            return MessageType.RUN;
        }
    }

    /**
     * Give back those of the runs that have not begun: each ends as stopped, without frames, started at 0. The others are
     * left alone, and nothing is said of them.
     */
    record Recall(List<RequestId> runs) implements TaskMessage {
        public Recall {
            runs = List.copyOf(runs);
        }

        @Override
        public MessageType type() {
            return MessageType.RECALL;
        }
    }

    // Engine → controller.

    /** Tasks that have ended there; their output has come before. */
    record RunsEnded(List<RunEnd> ends) implements TaskMessage {
        public RunsEnded {
            ends = List.copyOf(ends);
        }

        @Override
        public MessageType type() {
            return MessageType.RUNS_ENDED;
        }
    }

    /** As {@link TaskProgress}. */
    record RunProgress(RequestId run, long done, long total, String note) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.RUN_PROGRESS;
        }
    }

    /**
     * A task has begun to wait for other tasks, or has ended waiting: meanwhile the engine can run others, and the
     * waiting one counts against no limit.
     */
    record RunWaits(RequestId run, boolean waiting) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.RUN_WAITS;
        }
    }

    /** Ask, engine → controller → client: a context that the engine does not have. Answered by {@link Context}. */
    record AskContext(long client, ContextId context) implements TaskMessage {
        @Override
        public MessageType type() {
            return MessageType.ASK_CONTEXT;
        }
    }

    /**
     * The session variables that closures carry.
     *
     * @param classes the classes to define anew with it
     * @param variables which variables
     * @param values their values, in the same order
     */
    record Context(List<String> classes, List<VariableRef> variables, List<Parcel> values) implements TaskMessage {
        public Context {
            classes = List.copyOf(classes);
            variables = List.copyOf(variables);
            values = List.copyOf(values);
        }

        @Override
        public MessageType type() {
            return MessageType.CONTEXT;
        }
    }
}
