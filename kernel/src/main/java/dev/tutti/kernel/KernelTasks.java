package dev.tutti.kernel;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskSpec;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.TaskClient;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.view.RunListener;
import dev.tutti.kernel.view.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tasks that the kernel itself gives to local and to engines, to read and set what they know by name. Used on the thread
 * that runs the cell; the client is opened at its first use and anew for a new session.
 */
final class KernelTasks {

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

    /** Once it has been cancelled, a call is waited for no longer than that. */
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(2);

    private final Kernel.Parts parts;
    private final Supplier<Controller> controller;
    private final BlockingQueue<TaskEnd> ends = new LinkedBlockingQueue<>();
    private TaskClient client;
    private SessionId session;
    private ValueCodec codec;
    private long lastTask;

    KernelTasks(Kernel.Parts parts) {
        this(parts, parts::controller);
    }

    /** As the other, for engines of another controller. */
    KernelTasks(Kernel.Parts parts, Supplier<Controller> controller) {
        this.parts = parts;
        this.controller = controller;
    }

    /** A direct call: a function with arguments, for each of some engines. */
    record Call(TaskFunction function, List<EngineId> targets, List<Parcel> arguments) {}

    /**
     * Makes calls and waits until all have ended everywhere. Ctrl-C cancels what has not ended.
     *
     * @param listener is told of progress
     */
    TaskResults run(List<Call> calls, RunListener listener) throws InterruptedException {
        TaskClient to = client();
        long first = lastTask + 1;
        List<TaskFunction> functions = new ArrayList<>();
        List<TaskOptions> options = new ArrayList<>();
        List<TaskSpec> specs = new ArrayList<>();
        for (Call call : calls) {
            specs.add(new TaskSpec(new TaskId(++lastTask), functions.size(), options.size(), call.arguments()));
            functions.add(call.function());
            options.add(new TaskOptions(call.targets(), Optional.empty(), false, Optional.empty(), ""));
        }
        TaskResults results = new TaskResults(calls, first);
        List<TaskId> ids = specs.stream().map(TaskSpec::id).toList();
        Runnable cancel = () -> {
            results.cancel();
            to.send(new TaskMessage.Cancel(ids, true));
        };
        try (Kernel.Waiting _ = parts.waitingFor(cancel)) {
            to.send(new TaskMessage.Submit(functions, options, specs));
            await(results, listener);
        }
        return results;
    }

    private void await(TaskResults results, RunListener listener) throws InterruptedException {
        long start = System.nanoTime();
        Duration next = RunOptions.PROGRESS_AFTER;
        while (!results.complete()) {
            TaskEnd end = ends.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
            if (end != null) {
                results.take(end);
                continue;
            }
            if (results.cancelledFor().compareTo(CANCEL_PATIENCE) > 0) {
                results.giveUp();
                return;
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            if (elapsed.compareTo(next) >= 0) {
                listener.progress(elapsed, results.targets(), new TreeSet<>(results.running()));
                next = elapsed.plus(PROGRESS_EVERY);
            }
        }
    }

    /**
     * Asks the controller, and waits for its answer.
     *
     * @throws MagicException if it cannot do what it is asked for
     */
    Message ask(TaskMessage question) throws MagicException {
        try {
            return client().ask(question).join();
        } catch (CompletionException e) {
            throw new MagicException(
                    e.getCause() instanceof LaunchException launch
                            ? launch.getMessage()
                            : e.getCause().toString());
        }
    }

    /** Encodes and decodes what is the kernel's own; releases what is no longer needed. */
    ValueCodec codec() {
        if (codec == null) {
            codec = ValueCodec.of(
                    ValueCodec.class.getClassLoader(), Path.of(controller.get().spool()), (engine, number) -> {
                        throw new IllegalStateException("The kernel holds no value " + number + " of " + engine);
                    });
        }
        return codec;
    }

    private TaskClient client() {
        SessionId now = parts.session().compiler().session();
        if (client == null || !now.equals(session)) {
            if (client != null) {
                client.close();
            }
            ends.clear();
            session = now;
            client = controller.get().openClient(now, this::received);
        }
        return client;
    }

    /** On the controller's thread. */
    private void received(TaskMessage message) {
        if (message instanceof TaskMessage.TasksEnded(var ended)) {
            ends.addAll(ended);
        }
    }
}
