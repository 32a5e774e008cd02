package dev.tutti.engine.wire;

import static dev.tutti.engine.wire.MessageCodecTest.FAULT;
import static dev.tutti.engine.wire.MessageCodecTest.FRAME;
import static dev.tutti.engine.wire.MessageCodecTest.HEX_FAULT;
import static dev.tutti.engine.wire.MessageCodecTest.HEX_FRAME;
import static dev.tutti.engine.wire.MessageCodecTest.HEX_SESSION;
import static dev.tutti.engine.wire.MessageCodecTest.HEX_VARIABLE;
import static dev.tutti.engine.wire.MessageCodecTest.SESSION;
import static dev.tutti.engine.wire.MessageCodecTest.VARIABLE;

import dev.tutti.engine.wire.MessageCodecTest.Golden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The golden bytes of what clients, controller and engines say about tasks. */
final class TaskGoldens {

    private static final EngineId ENGINE = new EngineId(3);
    private static final TaskId TASK = new TaskId(0x0b);
    private static final RequestId RUN = new RequestId(0x0c);
    private static final Parcel INLINE = new Parcel.Inline(Codec.LAMBDA, new byte[] {1, 2});
    private static final Parcel SPOOLED = new Parcel.Spooled(Codec.RAW, "f", 0x0100_0000_0000L);
    private static final Name NAME = new Name("k.b", Optional.of(VARIABLE), List.of("b"));
    private static final TaskFunction CALL = new TaskFunction.Call(Optional.of(new ContextId(1, 2)), INLINE);

    private static final String HEX_ENGINE = "00000003";
    private static final String HEX_TASK = "000000000000000b";
    private static final String HEX_RUN = "000000000000000c";
    private static final String HEX_INLINE = "01 00 00000002 0102";
    private static final String HEX_SPOOLED = "00 01 00000001 66 0000010000000000";
    private static final String HEX_NAME = "00000003 6b2e62 01 " + HEX_VARIABLE + " 00000001 00000001 62";
    private static final String HEX_CONTEXT = "0000000000000001 0000000000000002";
    private static final String HEX_CALL = "00000001 01 " + HEX_CONTEXT + " " + HEX_INLINE;

    private TaskGoldens() {}

    static List<Golden> all() {
        List<Golden> all = new ArrayList<>();
        addHandshakeAndNews(all);
        addTasks(all);
        addEngines(all);
        addQuestions(all);
        addRuns(all);
        for (TaskFunctionBytes function : functions()) {
            all.add(new Golden(
                    new TaskMessage.Initialise("i", function.function()), 52, "00000001 69 " + function.body()));
        }
        for (TaskOutcomeBytes outcome : outcomes()) {
            all.add(new Golden(
                    new TaskMessage.RunsEnded(List.of(new RunEnd(RUN, outcome.outcome(), 5, 6, 7))),
                    71,
                    "00000001 " + HEX_RUN + " " + outcome.body()
                            + " 0000000000000005 0000000000000006 0000000000000007"));
        }
        return all;
    }

    private static void addHandshakeAndNews(List<Golden> all) {
        all.add(new Golden(
                new TaskMessage.ClientHello("t", "v", "j", 5, "h", SESSION),
                40,
                "00000001 74 00000001 76 00000001 6a 0000000000000005 00000001 68 " + HEX_SESSION));
        all.add(new Golden(new TaskMessage.ClientWelcome(SESSION, "/s"), 41, HEX_SESSION + " 00000002 2f73"));
        all.add(new Golden(
                new TaskMessage.EnginesChanged(
                        List.of(new EngineInfo(ENGINE, EngineInfo.State.LIVE, "h", 5, "s", Set.of("gpu"))),
                        List.of(new EngineGroup("g", List.of(ENGINE))),
                        List.of("f")),
                42,
                "00000001 " + HEX_ENGINE + " 01 00000001 68 0000000000000005 00000001 73 00000001 00000003 677075"
                        + " 00000001 00000001 67 00000001 " + HEX_ENGINE + " 00000001 00000001 66"));
        all.add(new Golden(
                new TaskMessage.TasksEnded(List.of(
                        new TaskEnd(TASK, Optional.of(ENGINE), new TaskOutcome.Unmet("r"), 1, 2, 3, 4),
                        new TaskEnd(TASK, Optional.empty(), new TaskOutcome.Cancelled(), 1, 0, 0, 0))),
                43,
                "00000002 " + HEX_TASK + " 01 " + HEX_ENGINE
                        + " 04 00000001 72 0000000000000001 0000000000000002 0000000000000003 0000000000000004 "
                        + HEX_TASK
                        + " 00 07 0000000000000001 0000000000000000 0000000000000000 0000000000000000"));
        all.add(new Golden(
                new TaskMessage.TaskOutput(TASK, ENGINE, StreamKind.STDERR, "x"),
                44,
                HEX_TASK + " " + HEX_ENGINE + " 01 00000001 78"));
        all.add(new Golden(
                new TaskMessage.TaskProgress(TASK, ENGINE, 1, 2, "n"),
                45,
                HEX_TASK + " " + HEX_ENGINE + " 0000000000000001 0000000000000002 00000001 6e"));
    }

    private static void addTasks(List<Golden> all) {
        Balance balance = new Balance(
                1,
                2,
                List.of(new Dependency(List.of(TASK), true, false, true, false)),
                OptionalInt.of(4),
                Set.of("gpu"),
                Optional.of(Duration.ofSeconds(5, 6)),
                TaskPolicy.RANDOM,
                OptionalInt.empty());
        TaskOptions balanced = new TaskOptions(List.of(), Optional.of(balance), true, Optional.empty(), "l");
        TaskOptions direct =
                new TaskOptions(List.of(ENGINE), Optional.empty(), false, Optional.of(Duration.ofMillis(-1)), "");
        all.add(new Golden(
                new TaskMessage.Submit(
                        List.of(CALL),
                        List.of(balanced, direct),
                        List.of(
                                new TaskSpec(TASK, 0, 1, List.of(INLINE, SPOOLED)),
                                new TaskSpec(TASK, 0, 0, List.of()),
                                new TaskSpec(TASK, 0, 0, List.of(INLINE)))),
                50,
                "00000001 " + HEX_CALL + " 00000002 00000000 01 00000001 00000002 00000001 00000001 " + HEX_TASK
                        + " 01 00 01 00 01 00000004 00000001 00000003 677075 01 0000000000000005 00000006 02 00 01 00"
                        + " 00000001 6c 00000001 " + HEX_ENGINE + " 00 00 01 ffffffffffffffff 3b8b87c0 00000000"
                        + " 00000003 " + HEX_TASK + " 00000000 00000001 00000002 " + HEX_INLINE + " " + HEX_SPOOLED
                        + " " + HEX_TASK + " 00000000 00000000 00000000 " + HEX_TASK
                        + " 00000000 00000000 00000001 " + HEX_INLINE));
        all.add(new Golden(
                new TaskMessage.Cancel(List.of(TASK), true, Optional.of(Duration.ofSeconds(2))),
                51,
                "00000001 " + HEX_TASK + " 01 01 0000000000000002 00000000"));
        all.add(new Golden(new TaskMessage.Recycle(9), 53, "00000009"));
    }

    private static void addEngines(List<Golden> all) {
        String engines = "00000001 " + HEX_ENGINE;
        all.add(new Golden(
                new TaskMessage.StartEngines(
                        2, new EngineSettings("s", List.of("-X"), Map.of("K", "V"), "/d", Set.of("gpu"), 4711)),
                54,
                "00000002 00000001 73 00000001 00000002 2d58 00000001 00000001 4b 00000001 56 00000002 2f64"
                        + " 00000001 00000003 677075 0000000000001267"));
        all.add(new Golden(new TaskMessage.RestartEngines(List.of(ENGINE)), 55, engines));
        all.add(new Golden(new TaskMessage.StopEngines(List.of(ENGINE)), 56, engines));
        all.add(new Golden(new TaskMessage.EnginesStarted(List.of(ENGINE)), 57, engines));
        all.add(new Golden(
                new TaskMessage.NameEngines(new EngineGroup("g", List.of(ENGINE))), 66, "00000001 67 " + engines));
        all.add(new Golden(new TaskMessage.AskLoads(), 58, ""));
        all.add(new Golden(
                new TaskMessage.Loads(List.of(new EngineLoad(ENGINE, 1, 2, 3, 4, 5)), 6),
                59,
                engines + " 00000001 00000002 0000000000000003 0000000000000004 0000000000000005 00000006"));
    }

    private static void addQuestions(List<Golden> all) {
        all.add(new Golden(
                new TaskMessage.AskCaptures("C", "m", "()V"), 60, "00000001 43 00000001 6d 00000003 282956"));
        all.add(new Golden(
                new TaskMessage.Captures(List.of(VARIABLE), List.of("C"), Optional.of("r")),
                61,
                "00000001 " + HEX_VARIABLE + " 00000001 00000001 43 01 00000001 72"));
        all.add(new Golden(new TaskMessage.AskVariable("n", Optional.of("int")), 62, "00000001 6e 01 00000003 696e74"));
        all.add(new Golden(
                new TaskMessage.VariableFound(Optional.of(VARIABLE), "int"),
                63,
                "01 " + HEX_VARIABLE + " 00000003 696e74"));
        all.add(new Golden(
                new TaskMessage.ExecuteCode(List.of(ENGINE), "c", true),
                64,
                "00000001 " + HEX_ENGINE + " 00000001 63 01"));
        all.add(new Golden(
                new TaskMessage.CodeExecuted(
                        Optional.of("r"),
                        List.of(
                                new TaskMessage.CodeEnd(ENGINE, Optional.of(new Outcome.Nothing()), "", "o", "e"),
                                new TaskMessage.CodeEnd(ENGINE, Optional.empty(), "l", "", ""))),
                65,
                "01 00000001 72 00000002 " + HEX_ENGINE + " 01 00000002 00000000 00000001 6f 00000001 65 " + HEX_ENGINE
                        + " 00 00000001 6c 00000000 00000000"));
    }

    private static void addRuns(List<Golden> all) {
        all.add(new Golden(
                new TaskMessage.Run(
                        SESSION,
                        8,
                        List.of(ENGINE),
                        List.of(CALL),
                        List.of(
                                new RunSpec(RUN, 0, OptionalInt.of(1), List.of(INLINE), true),
                                new RunSpec(RUN, 0, OptionalInt.empty(), List.of(), false))),
                70,
                HEX_SESSION + " 0000000000000008 00000001 " + HEX_ENGINE + " 00000001 " + HEX_CALL + " 00000002 "
                        + HEX_RUN + " 00000000 01 00000001 00000001 " + HEX_INLINE + " 01 " + HEX_RUN
                        + " 00000000 00 00000000 00"));
        all.add(new Golden(
                new TaskMessage.RunProgress(RUN, 1, 2, "n"),
                72,
                HEX_RUN + " 0000000000000001 0000000000000002 00000001 6e"));
        all.add(new Golden(new TaskMessage.RunWaits(RUN, true), 73, HEX_RUN + " 01"));
        all.add(new Golden(new TaskMessage.AskContext(8, new ContextId(1, 2)), 74, "0000000000000008 " + HEX_CONTEXT));
        all.add(new Golden(
                new TaskMessage.Context(List.of("C"), List.of(VARIABLE), List.of(SPOOLED)),
                75,
                "00000001 00000001 43 00000001 " + HEX_VARIABLE + " 00000001 " + HEX_SPOOLED));
        all.add(new Golden(new TaskMessage.Recall(List.of(RUN, RUN)), 76, "00000002 " + HEX_RUN + " " + HEX_RUN));
    }

    /** A function with its bytes. */
    record TaskFunctionBytes(TaskFunction function, String body) {}

    static List<TaskFunctionBytes> functions() {
        return List.of(
                new TaskFunctionBytes(CALL, HEX_CALL),
                new TaskFunctionBytes(new TaskFunction.Call(Optional.empty(), SPOOLED), "00000001 00 " + HEX_SPOOLED),
                new TaskFunctionBytes(new TaskFunction.Put(NAME), "00000002 " + HEX_NAME),
                new TaskFunctionBytes(
                        new TaskFunction.Get(NAME, Optional.of(new TaskFunction.Part(1, 2, true))),
                        "00000003 " + HEX_NAME + " 01 00000001 00000002 01"),
                new TaskFunctionBytes(new TaskFunction.Join(NAME), "00000004 " + HEX_NAME),
                new TaskFunctionBytes(new TaskFunction.Names(), "00000005"),
                new TaskFunctionBytes(
                        new TaskFunction.Drop(List.of(7L), List.of("n")),
                        "00000006 00000001 0000000000000007 00000001 00000001 6e"));
    }

    /** An outcome with its bytes. */
    record TaskOutcomeBytes(TaskOutcome outcome, String body) {}

    static List<TaskOutcomeBytes> outcomes() {
        return List.of(
                new TaskOutcomeBytes(new TaskOutcome.Value(INLINE), "01 " + HEX_INLINE),
                new TaskOutcomeBytes(
                        new TaskOutcome.Thrown(FAULT, Optional.of(SPOOLED)), "02 " + HEX_FAULT + " 01 " + HEX_SPOOLED),
                new TaskOutcomeBytes(new TaskOutcome.Stopped(List.of(FRAME)), "03 00000001 " + HEX_FRAME),
                new TaskOutcomeBytes(new TaskOutcome.Unmet("r"), "04 00000001 72"),
                new TaskOutcomeBytes(new TaskOutcome.Refused("r"), "05 00000001 72"),
                new TaskOutcomeBytes(new TaskOutcome.Lost("r"), "06 00000001 72"),
                new TaskOutcomeBytes(new TaskOutcome.Cancelled(), "07"),
                new TaskOutcomeBytes(new TaskOutcome.Impossible("r"), "08 00000001 72"),
                new TaskOutcomeBytes(new TaskOutcome.TimedOut(true, "r"), "09 01 00000001 72"));
    }
}
