package dev.tutti.client;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.Dependency;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Engines that do nothing but what a test says: tasks end when it ends them. */
final class SlowEngines {

    private final FakeCluster fake;

    SlowEngines(FakeCluster fake) {
        this.fake = fake;
        fake.link.reactions = _ -> List.of();
    }

    /** All tasks that were submitted, in order. */
    List<TaskId> tasks() {
        List<TaskId> tasks = new ArrayList<>();
        for (TaskMessage message : fake.link.sent) {
            if (message instanceof TaskMessage.Submit submit) {
                submit.tasks().stream().map(TaskSpec::id).forEach(tasks::add);
            }
        }
        return tasks;
    }

    /** How the newest tasks are to be placed. */
    TaskOptions options() {
        return fake.link.sent.reversed().stream()
                .filter(TaskMessage.Submit.class::isInstance)
                .map(message -> ((TaskMessage.Submit) message).options().getFirst())
                .findFirst()
                .orElseThrow();
    }

    List<Dependency> dependencies() {
        return options().balance().orElseThrow().dependencies();
    }

    List<TaskMessage.Cancel> cancels() {
        return fake.link.sent.stream()
                .filter(TaskMessage.Cancel.class::isInstance)
                .map(TaskMessage.Cancel.class::cast)
                .toList();
    }

    /** A task gives a value on engine 0. */
    void value(int index, Object value) {
        try {
            end(index, new TaskOutcome.Value(fake.codec.encode(value).parcel()));
        } catch (UnsendableException e) {
            throw new AssertionError(e);
        }
    }

    void fail(int index, String message) {
        end(index, new TaskOutcome.Thrown(FakeEngines.fault(new IllegalStateException(message)), Optional.empty()));
    }

    void end(int index, TaskOutcome outcome) {
        TaskEnd end = new TaskEnd(
                tasks().get(index), Optional.of(new EngineId(0)), outcome, 1000, 2000, 4_000_000, 2_000_000);
        fake.dispatcher.received(new TaskMessage.TasksEnded(List.of(end)));
    }
}
