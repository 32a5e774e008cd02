package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code %stats}: who has done how much, as Parallel Python's {@code print_stats}. */
@Command(
        name = "stats",
        description = "Shows for each engine how many tasks it has done, their share of all, and the time they took.")
final class StatsMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) throws MagicException {
        TaskMessage.Loads loads = context.pool().loads();
        long all = loads.loads().stream().mapToLong(StatsMagic::ended).sum();
        List<List<String>> rows = new ArrayList<>();
        for (EngineLoad load : loads.loads()) {
            long ended = ended(load);
            rows.add(List.of(
                    Long.toString(ended),
                    all == 0 ? "-" : String.format(Locale.ROOT, "%.2f", 100.0 * ended / all),
                    seconds(load.wallNanos() / 1e9),
                    ended == 0 ? "-" : seconds(load.wallNanos() / 1e9 / ended),
                    load.engine().toString()));
        }
        if (!rows.isEmpty()) {
            context.print(TextTable.of(
                    List.of("tasks", "% of all", "time sum", "time per task", "engine"), rows, context.width()));
        }
        long active = loads.loads().stream()
                        .mapToLong(load -> load.queued() + load.running())
                        .sum()
                + loads.unplaced();
        context.print("Time since the start: " + seconds(context.pool().age().toMillis() / 1e3) + ". Tasks not ended: "
                + active + ". Engines: " + loads.loads().size() + ".");
    }

    private static long ended(EngineLoad load) {
        return load.completed() + load.failed();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.6f s" : "%.2f s", seconds);
    }
}
