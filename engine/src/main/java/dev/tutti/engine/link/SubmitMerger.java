package dev.tutti.engine.link;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts submissions that wait together into few frames, and cuts large ones: functions and options that tasks share go
 * once in a frame. Writing thread.
 */
final class SubmitMerger {

    static final int MAX_TASKS = 256;
    static final int MAX_BYTES = 64 << 10;

    private static final int TASK_BYTES = 24;

    private List<TaskFunction> functions = new ArrayList<>();
    private List<TaskOptions> options = new ArrayList<>();
    private List<TaskSpec> tasks = new ArrayList<>();
    private final Map<FunctionKey, Integer> functionIndex = new HashMap<>();
    private final Map<TaskOptions, Integer> optionsIndex = new HashMap<>();
    private TaskFunction lastFunction;
    private int lastFunctionIndex;
    private TaskOptions lastOptions;
    private int lastOptionsIndex;
    private long bytes;

    /** Equal functions are told by their bytes, which a record of an array does not compare. */
    private record FunctionKey(TaskFunction function) {

        @Override
        public boolean equals(Object other) {
            return other instanceof FunctionKey(var that)
                    && (function == that
                            || (bytes(function) == null ? function.equals(that) : sameCall(function, that)));
        }

        private static boolean sameCall(TaskFunction one, TaskFunction other) {
            return other instanceof TaskFunction.Call(var context, var code)
                    && one instanceof TaskFunction.Call(var ownContext, var ownCode)
                    && context.equals(ownContext)
                    && code.codec() == ownCode.codec()
                    && Arrays.equals(bytes(one), bytes(other));
        }

        private static byte[] bytes(TaskFunction function) {
            return function instanceof TaskFunction.Call(_, Parcel.Inline(_, var code)) ? code : null;
        }

        @Override
        public int hashCode() {
            byte[] code = bytes(function);
            return code == null ? function.hashCode() : Arrays.hashCode(code);
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    boolean isFull() {
        return tasks.size() >= MAX_TASKS || bytes >= MAX_BYTES;
    }

    void add(TaskMessage.Submit submit, TaskSpec task) {
        int function = function(submit.functions().get(task.function()));
        int how = options(submit, submit.options().get(task.options()));
        boolean same = function == task.function() && how == task.options();
        tasks.add(same ? task : new TaskSpec(task.id(), function, how, task.arguments()));
        bytes += TASK_BYTES;
        for (Parcel argument : task.arguments()) {
            bytes += argument instanceof Parcel.Inline ? argument.size() : TASK_BYTES;
        }
    }

    /** What has been put together; begins anew. */
    TaskMessage.Submit take() {
        TaskMessage.Submit merged = new TaskMessage.Submit(functions, options, tasks);
        functions = new ArrayList<>();
        options = new ArrayList<>();
        tasks = new ArrayList<>();
        functionIndex.clear();
        optionsIndex.clear();
        lastFunction = null;
        lastOptions = null;
        bytes = 0;
        return merged;
    }

    private int function(TaskFunction function) {
        if (function != lastFunction) {
            lastFunctionIndex = functionIndex.computeIfAbsent(new FunctionKey(function), _ -> {
                functions.add(function);
                bytes += size(function);
                return functions.size() - 1;
            });
            lastFunction = function;
        }
        return lastFunctionIndex;
    }

    private static long size(TaskFunction function) {
        return function instanceof TaskFunction.Call(_, Parcel.Inline code) ? code.size() : TASK_BYTES;
    }

    private int options(TaskMessage.Submit submit, TaskOptions how) {
        if (how != lastOptions) {
            TaskOptions own = renumbered(submit, how);
            lastOptionsIndex = optionsIndex.computeIfAbsent(own, _ -> {
                options.add(own);
                return options.size() - 1;
            });
            // Those with a predicate name it by its number in their own submission.
            lastOptions = own == how ? how : null;
        }
        return lastOptionsIndex;
    }

    private TaskOptions renumbered(TaskMessage.Submit submit, TaskOptions how) {
        if (how.balance().isEmpty() || how.balance().get().predicate().isEmpty()) {
            return how;
        }
        Balance balance = how.balance().get();
        TaskFunction predicate = submit.functions().get(balance.predicate().getAsInt());
        Balance own = new Balance(
                balance.priority(),
                balance.retries(),
                balance.dependencies(),
                OptionalInt.of(function(predicate)),
                balance.resources(),
                balance.waiting(),
                balance.policy(),
                balance.highWater());
        return new TaskOptions(how.targets(), Optional.of(own), how.keep(), how.running(), how.label());
    }
}
