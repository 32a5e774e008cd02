package dev.tutti.kernel.fake;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunEnd;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tasks that a {@link FakeEngine} understands: the encoded function is a text, {@code value:7} or {@code hang}. */
public final class FakeTasks {

    private FakeTasks() {}

    /** Tasks for engines that each run them, numbered from 1. */
    public static TaskMessage.Submit direct(List<EngineId> engines, String... words) {
        return submit(new TaskOptions(engines, Optional.empty(), false, Optional.empty(), ""), words);
    }

    /** Tasks for whichever engine is free, numbered from 1. */
    public static TaskMessage.Submit balanced(String... words) {
        return submit(new TaskOptions(List.of(), Optional.of(Balance.PLAIN), false, Optional.empty(), ""), words);
    }

    private static TaskMessage.Submit submit(TaskOptions options, String... words) {
        List<TaskFunction> functions = Arrays.stream(words)
                .<TaskFunction>map(word -> new TaskFunction.Call(Optional.empty(), parcel(word)))
                .toList();
        List<TaskSpec> tasks = IntStream.range(0, words.length)
                .mapToObj(i -> new TaskSpec(new TaskId(i + 1), i, 0, List.of()))
                .toList();
        return new TaskMessage.Submit(functions, List.of(options), tasks);
    }

    /** The same tasks with other numbers. */
    public static TaskMessage.Submit from(long first, TaskMessage.Submit submit) {
        List<TaskSpec> tasks = submit.tasks().stream()
                .map(task -> new TaskSpec(
                        new TaskId(task.id().value() - 1 + first), task.function(), task.options(), task.arguments()))
                .toList();
        return new TaskMessage.Submit(submit.functions(), submit.options(), tasks);
    }

    public static TaskOutcome.Value value(String text) {
        return new TaskOutcome.Value(parcel(text));
    }

    /** The text of an outcome that is a value. */
    public static String text(TaskOutcome outcome) {
        return outcome instanceof TaskOutcome.Value(Parcel.Inline inline) ? text(inline) : outcome.toString();
    }

    static String words(TaskMessage.Run run, RunSpec spec) {
        TaskFunction.Call call = (TaskFunction.Call) run.functions().get(spec.function());
        return text((Parcel.Inline) call.code());
    }

    static RunEnd end(RequestId run, TaskOutcome outcome) {
        return new RunEnd(run, outcome, 1, 1, 1);
    }

    /** An answer in words. */
    static String told(Message answer) {
        return switch (answer) {
            case Message.ClassReply(var classFile) ->
                classFile.map(file -> "found " + file.name()).orElse("missing");
            case TaskMessage.Context(var classes, _, _) -> "context of " + classes;
            case Message.Failure(String reason) -> reason;
            default -> answer.toString();
        };
    }

    private static Parcel parcel(String text) {
        return new Parcel.Inline(Codec.RAW, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Parcel.Inline parcel) {
        return new String(parcel.bytes(), StandardCharsets.UTF_8);
    }
}
