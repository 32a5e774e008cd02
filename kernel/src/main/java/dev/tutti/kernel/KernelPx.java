package dev.tutti.kernel;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.fold.Grouping;
import dev.tutti.kernel.fold.Presentation;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.BuiltInMagics;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicEntry;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.Placement;
import dev.tutti.kernel.magic.PxSession;
import dev.tutti.kernel.magic.PxSettings;
import dev.tutti.kernel.magic.StepOptions;
import java.util.List;
import java.util.Optional;

/** The families of {@code %px} and their steps, as the magics of one cell see them. */
final class KernelPx implements PxSession {

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    KernelPx(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    private PxState state() {
        return parts.session().px();
    }

    @Override
    public List<String> families() {
        return List.copyOf(state().families().keySet());
    }

    @Override
    public PxSettings defaults(String family) {
        return state().families().getOrDefault(family, PxSettings.NONE);
    }

    @Override
    public void defaults(String family, PxSettings settings) {
        state().families().put(family, settings);
    }

    @Override
    public Placement plain() {
        TargetSpec targets = parts.session().defaultTargets();
        return new Placement(
                targets,
                targets.onlyLocal()
                        ? StepOptions.PLAIN
                        : defaults(plainFamily()).step(plainFamily()));
    }

    @Override
    public String plainFamily() {
        return state().plainFamily();
    }

    @Override
    public void plainFamily(String family) {
        state().plainFamily(family);
    }

    @Override
    public void activate(String family, PxSettings settings) throws MagicException {
        MagicCatalog magics = parts.session().magics();
        if (!state().families().containsKey(family)) {
            List<MagicEntry> entries = BuiltInMagics.family(family);
            for (MagicEntry entry : entries) {
                if (magics.find(entry.name()).isPresent()) {
                    throw new MagicException("There is a magic %" + entry.name()
                            + " already. Choose another suffix than '" + family + "'.");
                }
            }
            entries.forEach(magics::add);
        }
        defaults(family, settings);
    }

    @Override
    public void deactivate(String family) {
        BuiltInMagics.family(family).forEach(entry -> parts.session().magics().remove(entry.name()));
        state().families().remove(family);
        if (plainFamily().equals(family)) {
            plainFamily("");
            parts.session().defaultTargets(TargetSpec.LOCAL);
        }
    }

    @Override
    public void showResult(String family, Optional<CellNumber> cell, Optional<Grouping> grouping, Optional<String> name)
            throws MagicException {
        List<BackgroundStep> steps = chosen(family, cell);
        for (BackgroundStep step : steps) {
            if (!await(step)) {
                return;
            }
            show(step, grouping, name.or(step.options()::name));
        }
    }

    /** All steps of the cell: one that starts two shows both. */
    private List<BackgroundStep> chosen(String family, Optional<CellNumber> cell) throws MagicException {
        List<BackgroundStep> own = state().steps().stream()
                .filter(step -> step.options().family().equals(family))
                .toList();
        if (own.isEmpty()) {
            throw new MagicException("Nothing has been started with %px" + family + " -a, so there is no result.");
        }
        CellNumber wanted = cell.orElse(own.getLast().cell());
        List<BackgroundStep> steps =
                own.stream().filter(step -> step.cell().equals(wanted)).toList();
        if (steps.isEmpty()) {
            List<Integer> cells =
                    own.stream().map(step -> step.cell().value()).distinct().toList();
            throw new MagicException("Cell " + wanted + " started nothing with %px" + family
                    + " -a that is still known." + " Known: "
                    + String.join(", ", cells.stream().map(Object::toString).toList()) + ".");
        }
        return steps;
    }

    private boolean await(BackgroundStep step) throws MagicException {
        step.run().stay();
        try (Kernel.Waiting _ = parts.waitingFor(step.run());
                CellDeadline _ = CellDeadline.start(parts.config().timeout(), step.run())) {
            if (step.await(listener)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("Waiting for cell " + step.cell() + " was given up: its thread was interrupted.");
        }
        runner.leftBehind(step, false);
        return false;
    }

    private void show(BackgroundStep step, Optional<Grouping> grouping, Optional<String> name) throws MagicException {
        CellExecution.Ending.Ended ending;
        try {
            ending = step.ending();
        } catch (LaunchException e) {
            throw new MagicException(e.getMessage());
        }
        Presentation asked = step.options().presentation();
        StepReport report = ending.report().presented(asked.by(grouping.orElse(asked.grouping())));
        runner.ended(step.cell(), new CellExecution.Ending.Ended(report, ending.ifFailed(), ending.afterword()));
        if (name.isPresent()) {
            runner.storeResults(step.result(), report, name.get());
        }
    }
}
