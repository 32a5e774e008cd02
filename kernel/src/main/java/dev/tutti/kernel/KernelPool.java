package dev.tutti.kernel;

import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.attach.RunningJvm;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.EnginePool;
import dev.tutti.kernel.magic.MagicException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The engines as the magics of one cell see them. */
final class KernelPool implements EnginePool {

    private final Kernel.Parts parts;

    KernelPool(Kernel.Parts parts) {
        this.parts = parts;
    }

    @Override
    public TaskMessage.Loads loads() throws MagicException {
        return (TaskMessage.Loads) parts.tasks().ask(new TaskMessage.AskLoads());
    }

    @Override
    public Duration age() {
        return parts.session().age();
    }

    @Override
    public void abort(boolean running) {
        parts.controller().abort(parts.session().compiler().session(), running);
        if (running) {
            parts.session().px().steps().stream()
                    .filter(step -> !step.hasEnded())
                    .forEach(step -> step.run().stop());
        }
    }

    @Override
    public List<EngineId> add(int count, EngineSettings settings) throws MagicException {
        try {
            parts.engines().awaitLocal();
            parts.engines().awaitOthers(); // so that those that start when first needed are not taken for these
        } catch (LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Message answer = parts.tasks().ask(new TaskMessage.StartEngines(count, settings));
        return ((TaskMessage.EnginesStarted) answer).engines();
    }

    @Override
    public Attached attach(long pid, String name, Set<String> tags) throws MagicException {
        EngineId engine = add(1, EngineSettings.attached(pid, name, tags)).getFirst();
        return new Attached(engine, parts.session().libraries().applications().take(parts));
    }

    @Override
    public List<RunningJvm> attachable() {
        Set<Long> engines = parts.controller().roster().stream()
                .filter(EngineStatus::live)
                .map(EngineStatus::pid)
                .collect(Collectors.toSet());
        return RunningJvm.all().stream()
                .filter(jvm -> !engines.contains(jvm.pid()))
                .toList();
    }

    @Override
    public SortedSet<EngineId> stop(TargetSpec targets) throws MagicException {
        SortedSet<EngineId> chosen = new TreeSet<>(inOrder(targets));
        if (chosen.contains(EngineId.LOCAL)) {
            throw new MagicException("Local cannot be stopped: plain cells run there. %engines restart local gives it a"
                    + " fresh process.");
        }
        parts.tasks().ask(new TaskMessage.StopEngines(List.copyOf(chosen)));
        chosen.forEach(parts.session().places()::clear);
        return chosen;
    }

    @Override
    public List<EngineGroup> groups() {
        return parts.controller().groups();
    }

    @Override
    public List<EngineId> group(String name, TargetSpec targets) throws MagicException {
        List<EngineId> engines = inOrder(targets);
        parts.tasks().ask(new TaskMessage.NameEngines(new EngineGroup(name, engines)));
        return engines;
    }

    @Override
    public void ungroup(String name) throws MagicException {
        parts.tasks().ask(new TaskMessage.NameEngines(new EngineGroup(name, List.of())));
    }

    private List<EngineId> inOrder(TargetSpec targets) throws MagicException {
        try {
            return parts.inOrder(targets);
        } catch (TargetException | LaunchException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static MagicException interrupted() {
        Thread.currentThread().interrupt();
        return new MagicException("The cell was given up: its thread was interrupted.");
    }
}
