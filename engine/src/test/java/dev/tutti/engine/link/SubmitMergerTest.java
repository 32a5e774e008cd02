package dev.tutti.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Balance;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskPolicy;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SubmitMergerTest {

    private final SubmitMerger merger = new SubmitMerger();

    private static TaskFunction function(int code) {
        return new TaskFunction.Call(Optional.empty(), inline(code));
    }

    private static Parcel inline(int... bytes) {
        byte[] copy = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            copy[i] = (byte) bytes[i];
        }
        return new Parcel.Inline(Codec.RAW, copy);
    }

    private static TaskOptions options(String label) {
        return new TaskOptions(List.of(), Optional.of(Balance.PLAIN), false, Optional.empty(), label);
    }

    private static TaskMessage.Submit submit(long id, TaskFunction function, TaskOptions how) {
        return new TaskMessage.Submit(
                List.of(function), List.of(how), List.of(new TaskSpec(new TaskId(id), 0, 0, List.of())));
    }

    private void add(TaskMessage.Submit submit) {
        submit.tasks().forEach(task -> merger.add(submit, task));
    }

    @Test
    void equalFunctionsAndOptionsGoOnce() {
        add(submit(1, function(7), options("a")));
        add(submit(2, function(7), options("a")));
        add(submit(3, function(8), options("a")));
        add(submit(4, function(7), options("b")));

        TaskMessage.Submit merged = merger.take();

        assertThat(merged.functions()).hasSize(2);
        assertThat(merged.options()).hasSize(2);
        assertThat(merged.tasks()).extracting(TaskSpec::function).containsExactly(0, 0, 1, 0);
        assertThat(merged.tasks()).extracting(TaskSpec::options).containsExactly(0, 0, 0, 1);
        assertThat(merger.isEmpty()).isTrue();
    }

    @Test
    void theSameCodeWithAnotherContextIsAnotherFunction() {
        add(submit(1, new TaskFunction.Call(Optional.of(new ContextId(1, 1)), inline(7)), options("")));
        add(submit(2, new TaskFunction.Call(Optional.of(new ContextId(1, 2)), inline(7)), options("")));

        assertThat(merger.take().functions()).hasSize(2);
    }

    @Test
    void predicatesAreNumberedAnew() {
        Balance guarded = new Balance(
                0, 0, List.of(), OptionalInt.of(1), Set.of(), Optional.empty(), TaskPolicy.RANDOM, OptionalInt.empty());
        TaskOptions how = new TaskOptions(List.of(), Optional.of(guarded), false, Optional.empty(), "");
        add(submit(1, function(3), options("")));
        add(new TaskMessage.Submit(
                List.of(function(4), function(5)),
                List.of(how),
                List.of(new TaskSpec(new TaskId(2), 0, 0, List.of()), new TaskSpec(new TaskId(3), 0, 0, List.of()))));

        TaskMessage.Submit merged = merger.take();

        int predicate =
                merged.options().get(1).balance().orElseThrow().predicate().getAsInt();
        TaskFunction.Call named = (TaskFunction.Call) merged.functions().get(predicate);
        assertThat(((Parcel.Inline) named.code()).bytes()).containsExactly(5);
        assertThat(merged.options()).hasSize(2);
    }

    @Test
    void aFrameIsFullByTasksOrByBytes() {
        for (int i = 0; i < SubmitMerger.MAX_TASKS; i++) {
            assertThat(merger.isFull()).isFalse();
            add(submit(i, function(1), options("")));
        }
        assertThat(merger.isFull()).isTrue();
        merger.take();

        List<Parcel> big = new ArrayList<>();
        big.add(new Parcel.Inline(Codec.RAW, new byte[SubmitMerger.MAX_BYTES]));
        TaskMessage.Submit large = new TaskMessage.Submit(
                List.of(function(1)), List.of(options("")), List.of(new TaskSpec(new TaskId(1), 0, 0, big)));
        add(large);
        assertThat(merger.isFull()).isTrue();
    }
}
