package dev.tutti.kernel.magic;

import dev.tutti.client.Timing;
import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.kernel.compile.Surrounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * {@code %timeit --fork}: the same measurement in several fresh JVMs, one after the other, as JMH does it. What one JVM has
 * seen before, and what its compiler made of the code by chance, shows as a deviation between them.
 */
final class TimeitForks {

    private static final String NO_TARGETS =
            "%timeit --fork measures in fresh JVMs with the values of local, so it runs"
                    + " at no targets: leave out %px, or switch %autopx off.";

    private final int forks;
    private final EngineSettings settings;
    private final List<Timing> timings = new ArrayList<>();
    private EngineId latest;

    /** @param jvmArguments further arguments of the fresh JVMs */
    TimeitForks(int forks, List<String> jvmArguments) {
        this.forks = forks;
        this.settings = new EngineSettings("", jvmArguments, Map.of(), "", Set.of(), 0);
    }

    /** What becomes of the timings of all forks. */
    @FunctionalInterface
    interface Teller {
        void tell(List<Timing> timings, MagicContext context);
    }

    List<PlannedStep> steps(CodeArgument code, Surrounding around, MagicContext context, Teller teller) {
        boolean prepared = !code.preparation().isEmpty();
        int start = prepared ? code.preparationStart() : code.start();
        String java = code.preparation() + "\n" + code.text();
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(new PlannedStep.Placed((shown, targets) -> prepare(java, targets, shown), context.px()::plain));
        for (int i = 0; i < forks; i++) {
            steps.add(new PlannedStep.Act(this::next, true));
            steps.add(new PlannedStep.Java(start, code.end(), this::placement, around, PlannedStep.Account.FIGURES));
            steps.add(new PlannedStep.Act(this::collect, false));
        }
        steps.add(new PlannedStep.Act(
                shown -> {
                    shown.freshEngines().end();
                    teller.tell(timings, shown);
                },
                false));
        return steps;
    }

    private static void prepare(String java, TargetSpec targets, MagicContext context) throws MagicException {
        if (!targets.onlyLocal()) {
            throw new MagicException(NO_TARGETS);
        }
        context.freshEngines().takeValues(java);
    }

    private void next(MagicContext context) throws MagicException {
        latest = context.freshEngines().next(settings);
    }

    private Placement placement() {
        try {
            return new Placement(TargetSpec.parse(latest.toString()), StepOptions.PLAIN);
        } catch (TargetException e) {
            throw new IllegalStateException(e); // a number is a target
        }
    }

    private void collect(MagicContext context) throws MagicException {
        SortedMap<EngineId, Figures> figures = context.measurements().figures();
        if (!figures.containsKey(latest)) {
            throw new MagicException(NO_TARGETS);
        }
        timings.add(Timing.parse(figures.get(latest).text()));
    }
}
