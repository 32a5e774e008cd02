package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code %time}, after IPython's: where the time of a piece of code goes. */
@Command(
        name = "time",
        customSynopsis = {"%%time CODE", "%%%%time", "      CODE LINES"},
        description = "Runs code and tells its wall and CPU time, apart from the time to compile and send it.")
final class TimeMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        if (code.isEmpty()) {
            throw new MagicException(
                    "%time needs code to time: %time f(30), or %%time with the code on the lines below.");
        }
        List<PlannedStep> steps = new ArrayList<>(code.steps());
        steps.add(new PlannedStep.Act(TimeMagic::tell, false));
        return steps;
    }

    private static void tell(MagicContext context) {
        StepTimes times = context.latestTimes();
        // The kernel counts a thread's CPU time in ticks: a short run may not have had one.
        String cpu = times.engineCpu().isZero() ? "CPU too short to tell" : "CPU " + text(times.engineCpu());
        context.print("wall " + text(times.engineWall()) + ", " + cpu + " (and " + text(times.compile())
                + " to compile, " + text(times.wall().minus(times.engineWall())) + " to send and answer)");
    }

    private static String text(Duration time) {
        double nanos = Math.max(0, time.toNanos());
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.3g µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.3g ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
