package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.TargetSpec;
import dev.tutti.kernel.controller.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %engines}: the roster as a table, and what can be done to it. */
@Command(
        name = "engines",
        customSynopsis = {"%%engines", "%%engines restart TARGETS"},
        description = "Shows the engines, or gives some a fresh process. What was defined there is lost by a restart.")
final class EnginesMagic implements Magic.Action {

    /** What can be done to engines. */
    enum Verb {
        restart
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "restart")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TARGETS", description = "which engines: 2, 0-3, all, local")
    private TargetSpec targets;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (verb == null) {
            show(context);
            return;
        }
        switch (verb) {
            case restart -> {
                if (targets == null) {
                    throw new MagicException("%engines restart needs to know which: %engines restart 2, or all.");
                }
                context.restart(targets);
            }
        }
    }

    private static void show(MagicContext context) {
        List<EngineStatus> roster = context.roster();
        Instant now = Instant.now();
        List<List<String>> rows = new ArrayList<>();
        for (EngineStatus engine : roster) {
            rows.add(List.of(
                    engine.id().toString(),
                    engine.host(),
                    engine.pid() == 0 ? "" : Long.toString(engine.pid()),
                    engine.state().name().toLowerCase(Locale.ROOT),
                    engine.heapMaxBytes() == 0
                            ? ""
                            : megabytes(engine.heapUsedBytes()) + " of " + megabytes(engine.heapMaxBytes()) + " MB",
                    engine.cell()
                            .map(cell -> "cell " + cell)
                            .orElseGet(() -> engine.lost().orElse("")),
                    ago(Duration.between(engine.since(), now))));
        }
        context.print(TextTable.of(
                List.of("engine", "host", "pid", "state", "heap", "running", "since"), rows, context.width()));
        if (roster.stream().noneMatch(engine -> engine.live() && !engine.id().isLocal())) {
            context.print("No engines are connected, so %px has nowhere to run.");
        }
    }

    private static String megabytes(long bytes) {
        return Long.toString(bytes >> 20);
    }

    private static String ago(Duration time) {
        if (time.toSeconds() < 60) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        return time.toMinutes() < 60
                ? time.toMinutes() + " min"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
