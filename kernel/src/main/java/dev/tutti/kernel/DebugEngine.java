package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.debug.DebugEvent;
import dev.tutti.kernel.debug.DebugException;
import dev.tutti.kernel.debug.DebugPort;
import dev.tutti.kernel.debug.JdiDebuggee;
import dev.tutti.kernel.launch.LocalCluster;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.view.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The engine in which code is debugged: a process of its own, with a controller of its own, which no other part of the
 * kernel knows. The JDK's debug agent can only be loaded when a JVM starts, and a JVM with it can use no AOT cache: so
 * the engines of a session do without, and this one gets copies of what one of them has.
 */
final class DebugEngine implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASK_PATIENCE = Duration.ofSeconds(10);
    private static final List<EngineId> HERE = List.of(EngineId.LOCAL);

    private final Kernel.Parts parts;
    private final Controller controller;
    private final JdiDebuggee debuggee;

    private DebugEngine(Kernel.Parts parts, Controller controller, JdiDebuggee debuggee) {
        this.parts = parts;
        this.controller = controller;
        this.debuggee = debuggee;
    }

    /**
     * Starts one.
     *
     * @param told takes what the debugger tells; must not block
     * @throws MagicException if that is not possible here
     */
    static DebugEngine start(Kernel.Parts parts, DebugFacts facts, Consumer<DebugEvent> told) throws MagicException {
        try (DebugPort port = DebugPort.open(START_PATIENCE)) {
            List<String> arguments = new ArrayList<>(parts.engineJvmArguments());
            arguments.add(port.jvmArgument());
            Controller controller = LocalCluster.openUntold(new ControllerConfig(
                    parts.config().engineJar(),
                    Optional.empty(),
                    arguments,
                    START_PATIENCE,
                    facts::classFile,
                    parts.config().input(),
                    SessionServices.NONE,
                    new Unheard()));
            try {
                CompletableFuture<EngineId> started = controller.startLocal();
                JdiDebuggee debuggee = port.accept(facts, told);
                started.get();
                return new DebugEngine(parts, controller, debuggee);
            } catch (DebugException | ExecutionException | InterruptedException | RuntimeException e) {
                controller.close();
                throw e;
            }
        } catch (DebugException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (ExecutionException e) {
            throw new MagicException("The engine for debugging cannot be started: "
                    + e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    Controller controller() {
        return controller;
    }

    JdiDebuggee debuggee() {
        return debuggee;
    }

    /**
     * Gives it what an engine has: the class path, and copies of the values of variables.
     *
     * @return the variables whose values cannot be copied
     * @throws MagicException if the engine does not answer
     */
    List<String> copyFrom(EngineId engine, RunListener listener) throws MagicException, InterruptedException {
        List<String> entries = parts.session().compiler().classPath().stream()
                .map(Path::toString)
                .toList();
        if (!entries.isEmpty()) {
            controller
                    .ask(
                            Set.copyOf(HERE),
                            new Message.ExtendClassPath(
                                    parts.session().compiler().session(), entries),
                            ASK_PATIENCE)
                    .join();
        }
        List<SessionVariable> variables = parts.session().compiler().await().variables().stream()
                .filter(variable ->
                        parts.session().places().definedAt(variable.ref()).contains(engine))
                .toList();
        return variables.isEmpty() ? List.of() : copy(variables, engine, listener);
    }

    private List<String> copy(List<SessionVariable> variables, EngineId engine, RunListener listener)
            throws MagicException, InterruptedException {
        TaskResults values = parts.tasks()
                .run(
                        variables.stream()
                                .map(variable -> new KernelTasks.Call(
                                        new TaskFunction.Get(name(variable), Optional.empty()),
                                        List.of(engine),
                                        List.<Parcel>of()))
                                .toList(),
                        listener);
        if (values.cancelled()) {
            throw new MagicException("The debugger was stopped while it copied the variables of "
                    + EngineRanges.named(new TreeSet<>(Set.of(engine))) + ".");
        }
        List<String> left = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<KernelTasks.Call> writes = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Optional<Parcel> value = values.value(i, engine).flatMap(this::inline);
            if (value.isEmpty()) {
                left.add(variables.get(i).name());
            } else {
                names.add(variables.get(i).name());
                writes.add(
                        new KernelTasks.Call(new TaskFunction.Put(name(variables.get(i))), HERE, List.of(value.get())));
            }
        }
        if (!writes.isEmpty()) {
            TaskResults written = new KernelTasks(parts, () -> controller).run(writes, listener);
            for (int i = 0; i < writes.size(); i++) {
                if (written.succeeded(i).isEmpty()) {
                    left.add(names.get(i));
                }
            }
        }
        values.values().forEach(parts.tasks().codec()::release);
        return left;
    }

    private static Name name(SessionVariable variable) {
        return new Name(variable.name(), Optional.of(variable.ref()), List.of());
    }

    /** Its controller has another folder for large values. */
    private Optional<Parcel> inline(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Inline inline when inline.codec() == Codec.REFERENCE -> Optional.empty();
            case Parcel.Inline inline -> Optional.of(inline);
            case Parcel.Spooled(var codec, var file, _) -> {
                try {
                    Path from = Path.of(parts.controller().spool()).resolve(file);
                    yield Optional.of(new Parcel.Inline(codec, Files.readAllBytes(from)));
                } catch (IOException e) {
                    yield Optional.empty();
                }
            }
        };
    }

    /** Ends it, wherever it is. */
    @Override
    public void close() {
        debuggee.end();
        controller.close();
    }

    /** What happens there outside of the debugged code is of no interest. */
    private static final class Unheard implements ControllerConfig.Listener {
        @Override
        public void joined(EngineId engine) {}

        @Override
        public void lost(EngineId engine, String reason) {}

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {}
    }
}
