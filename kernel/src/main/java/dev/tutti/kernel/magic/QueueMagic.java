package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.TaskMessage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code %queue}: what tasks engines have to do, as ipyparallel's queue status. */
@Command(name = "queue", description = "Shows for each engine how many tasks wait, run, and have ended.")
final class QueueMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) throws MagicException {
        TaskMessage.Loads loads = context.pool().loads();
        if (loads.loads().isEmpty()) {
            context.print("No engines are connected.");
        } else {
            List<List<String>> rows = new ArrayList<>();
            for (EngineLoad load : loads.loads()) {
                rows.add(List.of(
                        load.engine().toString(),
                        Integer.toString(load.queued()),
                        Integer.toString(load.running()),
                        Long.toString(load.completed()),
                        Long.toString(load.failed())));
            }
            context.print(
                    TextTable.of(List.of("engine", "queued", "running", "completed", "failed"), rows, context.width()));
        }
        if (loads.unplaced() > 0) {
            context.print(
                    loads.unplaced() == 1
                            ? "1 task waits for an engine."
                            : loads.unplaced() + " tasks wait for an engine.");
        }
    }
}
