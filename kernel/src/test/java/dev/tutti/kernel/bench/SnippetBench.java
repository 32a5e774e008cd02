package dev.tutti.kernel.bench;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.CellListener;
import dev.tutti.kernel.CellReport;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.KernelConfig;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A fresh snippet on all engines, in the kernel: from text through the compiler to the last engine's folded answer.
 * Arguments: the numbers of engines (default 1 4 8 32).
 */
public final class SnippetBench {

    private static final int ROUNDS = 50;

    private SnippetBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> counts = arguments.length == 0 ? List.of("1", "4", "8", "32") : List.of(arguments);
        for (String count : counts) {
            measure(Integer.parseInt(count));
        }
    }

    private static void measure(int count) throws Exception {
        int[] number = {0};
        try (Kernel kernel = Kernel.open(config(count))) {
            kernel.awaitEngines();
            Row.time("snippet.fresh." + count, ROUNDS, ROUNDS, () -> {
                CellReport report = kernel.execute("%px " + number[0]++ + " + 1", new Silence());
                if (report.status() != CellReport.Status.OK) {
                    throw new IllegalStateException("The cell did not run: " + report);
                }
            });
        }
    }

    private static KernelConfig config(int count) {
        return new KernelConfig(
                Path.of(System.getProperty("tutti.engine.jar")),
                Optional.ofNullable(System.getProperty("tutti.engine.aot"))
                        .map(file -> new AotCache(Path.of(file), false)),
                count,
                true,
                List.of(),
                List.of(),
                List.of(),
                StreamMode.AT_END,
                Optional.empty(),
                true,
                () -> 80,
                _ -> new byte[0],
                new Silence(),
                new UserProfile("bench", Settings.of(Path.of("bench.conf"), List.of()), Path.of("bench")));
    }

    /** Shows nothing. */
    private static final class Silence implements CellListener, BackgroundListener {
        @Override
        public void print(String text) {}

        @Override
        public void help(HelpTopic topic) {}

        @Override
        public void step(CellNumber cell, StepReport report) {}

        @Override
        public void refused(CellNumber cell, CellSource source, CellError.Refused error) {}

        @Override
        public void output(EngineId engine, StreamKind kind, String text) {}

        @Override
        public void idle() {}

        @Override
        public void note(String sentence) {}

        @Override
        public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}
    }
}
