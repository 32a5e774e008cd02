package dev.tutti.kernel;

import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.magic.EnginePool;
import dev.tutti.kernel.magic.MagicException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        List<EngineId> started = ((TaskMessage.EnginesStarted) answer).engines();
        if (!settings.name().isEmpty()) {
            parts.session().px().groups().merge(settings.name(), new TreeSet<>(started), (before, more) -> {
                SortedSet<EngineId> both = new TreeSet<>(before);
                both.addAll(more);
                return both;
            });
        }
        return started;
    }

    @Override
    public SortedSet<EngineId> stop(TargetSpec targets) throws MagicException {
        SortedSet<EngineId> chosen = resolve(targets);
        if (chosen.contains(EngineId.LOCAL)) {
            throw new MagicException("Local cannot be stopped: plain cells run there. %engines restart local gives it a"
                    + " fresh process.");
        }
        parts.tasks().ask(new TaskMessage.StopEngines(List.copyOf(chosen)));
        chosen.forEach(parts.session().places()::clear);
        return chosen;
    }

    @Override
    public Map<String, SortedSet<EngineId>> groups() {
        return new TreeMap<>(parts.session().px().groups());
    }

    @Override
    public SortedSet<EngineId> group(String name, TargetSpec targets) throws MagicException {
        SortedSet<EngineId> engines = resolve(targets);
        parts.session().px().groups().put(name, engines);
        return engines;
    }

    @Override
    public boolean ungroup(String name) {
        return parts.session().px().groups().remove(name) != null;
    }

    private SortedSet<EngineId> resolve(TargetSpec targets) throws MagicException {
        try {
            return parts.resolve(targets);
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
