package dev.tutti.kernel.magic;

import dev.tutti.engine.measure.Figures;
import dev.tutti.engine.measure.Spent;
import dev.tutti.engine.measure.Units;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import picocli.CommandLine.Command;

/** {@code %time}, after IPython's: where the time of a piece of code goes. */
@Command(
        name = "time",
        customSynopsis = {"%%time CODE", "%%%%time", "      CODE LINES"},
        description = {
            "Runs code and tells its wall and CPU time, apart from the time to compile and send it, and what it",
            "allocated. With %%px in front: of each engine. %%timeit runs it many times, for what is short."
        })
final class TimeMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException(
                    "%time needs code to time: %time f(30), or %%time with the code on the lines below.");
        }
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(new PlannedStep.Placed(TimeMagic::loadCounters, context.px()::plain));
        for (PlannedStep step : code.steps()) {
            steps.add(step instanceof PlannedStep.Java java ? java.telling(PlannedStep.Account.COUNTS) : step);
        }
        steps.add(new PlannedStep.Act(TimeMagic::tell, false));
        return steps;
    }

    /** So that the time that this takes once is not counted as that of the code's way to the engine. */
    private static void loadCounters(MagicContext context, TargetSpec targets) throws MagicException {
        context.measurements().inspect(targets, Spent.SUBJECT);
    }

    private static void tell(MagicContext context) {
        StepTimes times = context.measurements().times();
        if (context.measurements().isBehind()) {
            context.note("%time tells nothing of what runs behind the prompt. Leave out -a, or use %px -a %timeit.");
        }
        if (times == StepTimes.NONE) {
            return; // it only declares
        }
        // The system counts a thread's CPU time in ticks: a short run may not have had one.
        String cpu = times.engineCpu().isZero()
                ? "CPU too short to tell"
                : "CPU " + Units.time(times.engineCpu().toNanos());
        SortedMap<EngineId, Figures> figures = context.measurements().figures();
        context.print("wall " + Units.time(times.engineWall().toNanos()) + ", " + cpu + " (and "
                + Units.time(times.compile().toNanos()) + " to compile, "
                + Units.time(Math.max(0, times.wall().minus(times.engineWall()).toNanos()))
                + " to send and answer)");
        if (figures.size() == 1) {
            spent(Spent.of(figures.values().iterator().next()), context);
        } else if (!figures.isEmpty()) {
            compare(figures, context);
        }
    }

    private static void spent(Spent spent, MagicContext context) {
        if (spent.allocatedBytes() >= 0) {
            context.print(Units.size(spent.allocatedBytes()) + " allocated" + collections(spent)
                    + (spent.processCpuNanos() == 0
                            ? ""
                            : ", CPU of all threads " + Units.time(spent.processCpuNanos())));
        }
    }

    private static String collections(Spent spent) {
        return spent.collections() <= 0
                ? ""
                : ", " + spent.collections() + (spent.collections() == 1 ? " collection" : " collections") + " in "
                        + spent.collectionMillis() + " ms";
    }

    private static void compare(SortedMap<EngineId, Figures> figures, MagicContext context) {
        EngineTable table = new EngineTable(
                "wall", Units::time, "wall", "CPU of all threads", "allocated", "collections", "collecting");
        figures.forEach((engine, told) -> {
            Spent spent = Spent.of(told);
            table.add(
                    engine,
                    spent.wallNanos(),
                    spent.processCpuNanos() <= 0 ? "?" : Units.time(spent.processCpuNanos()),
                    told(spent.allocatedBytes(), Units.size(spent.allocatedBytes())),
                    told(spent.collections(), Long.toString(spent.collections())),
                    told(spent.collectionMillis(), spent.collectionMillis() + " ms"));
        });
        context.print(table.text(context.width()));
    }

    private static String told(long number, String text) {
        return number < 0 ? "?" : text;
    }
}
