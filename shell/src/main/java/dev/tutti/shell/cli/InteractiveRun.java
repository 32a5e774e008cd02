package dev.tutti.shell.cli;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.CellReport;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import dev.tutti.shell.display.CellPrinter;
import dev.tutti.shell.display.Palette;
import dev.tutti.shell.display.Screen;
import dev.tutti.shell.line.CellEditor;
import dev.tutti.shell.line.EditorConfig;
import dev.tutti.shell.line.PromptFacts;
import dev.tutti.shell.line.ReadResult;
import dev.tutti.shell.line.Tty;
import dev.tutti.shell.line.WholeScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The prompt: reads a cell, runs it, shows what came of it, until the user leaves. */
final class InteractiveRun {

    private final Invocation invocation;
    private final Streams streams;

    InteractiveRun(Invocation invocation, Streams streams) {
        this.invocation = invocation;
        this.streams = streams;
    }

    int run() throws UsageException {
        return run(_ -> List.of());
    }

    /**
     * Runs cells, then the prompt.
     *
     * @param first the cells to run before the first prompt
     */
    int run(Function<Kernel, List<CellSource>> first) throws UsageException {
        CompletableFuture<CodeAssist> assist = new CompletableFuture<>();
        UserProfile profile = Profile.open(invocation.preferences(), System.err::println);
        boolean colour = OffPrompt.palette(invocation, streams) == Palette.COLOUR;
        Settings settings = profile.settings();
        try (Tty tty = Tty.open(colour);
                CellEditor editor = CellEditor.open(EditorConfig.of(tty, historyFile(), assist, settings))) {
            Screen screen = new Screen(
                    System.out,
                    System.err,
                    tty.isColoured() ? Palette.COLOUR : Palette.PLAIN,
                    !tty.isPlain(),
                    tty::columns);
            boolean live = invocation.output().stream().orElse(true);
            StreamMode mode = live ? StreamMode.LIVE : StreamMode.LOCAL_LIVE;
            if (!invocation.output().quiet()) {
                screen.errorLine(banner());
            }
            TerminalInput input = new TerminalInput(tty, screen);
            try (Kernel kernel =
                    KernelStart.open(invocation, profile, true, mode, tty::columns, input, new AbovePrompt(editor))) {
                invocation.limits().targets().ifPresent(kernel::defaultTargets);
                assist.complete(kernel.assist());
                tty.onInterrupt(() -> {
                    if (!input.takesInterrupt()) {
                        kernel.interrupt();
                    }
                });
                if (!tty.isPlain()) {
                    kernel.lend(new WholeScreen(tty, settings));
                }
                Outside outside = new Outside(new WindowTitle(tty, settings), new LongCellNotice(tty, settings));
                return new PromptLoop(kernel, editor, screen, outside, input).run(first.apply(kernel));
            }
        }
    }

    private String banner() {
        return "Tutti " + Version.TUTTI + ", Java " + Runtime.version().feature()
                + ". %help tells how to get help, Ctrl-D leaves.";
    }

    private static Path historyFile() {
        String state = System.getenv("XDG_STATE_HOME");
        Path folder = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return folder.resolve("tutti").resolve("history");
    }

    /** Notes and output that come while the user types are shown above the prompt. */
    private record AbovePrompt(CellEditor editor) implements BackgroundListener {
        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            editor.printAbove("[" + engine + "] " + text.stripTrailing());
        }

        @Override
        public void note(String sentence) {
            editor.printAbove(sentence);
        }
    }

    /** What is told beside the screen. */
    private record Outside(WindowTitle title, LongCellNotice notice) {}

    private record PromptLoop(Kernel kernel, CellEditor editor, Screen screen, Outside outside, TerminalInput input) {

        int run(List<CellSource> first) {
            CellPrinter printer = new CellPrinter(screen, kernel::source, false, editor::ask);
            for (CellSource cell : first) {
                CellReport report = kernel.execute(cell, printer);
                printer.cellEnded();
                if (kernel.exitCode().isPresent() || report.status() != CellReport.Status.OK) {
                    break;
                }
            }
            Duration latest = Duration.ZERO;
            while (kernel.exitCode().isEmpty()) {
                screen.closeLine();
                outside.title().prompt();
                kernel.clearInterrupt();
                switch (editor.read(facts(latest))) {
                    case ReadResult.Cell(var text) -> {
                        outside.title().running(text);
                        long start = System.nanoTime();
                        CellReport report = kernel.execute(text, printer);
                        printer.cellEnded();
                        outside.notice().ended(report);
                        input.awaitReturn();
                        editor.offer(kernel.takeOffered());
                        latest = Duration.ofNanos(System.nanoTime() - start);
                    }
                    case ReadResult.Cleared() -> {}
                    case ReadResult.EndOfInput() -> {
                        return ExitCode.OK;
                    }
                }
            }
            return kernel.exitCode().getAsInt();
        }

        private PromptFacts facts(Duration latest) {
            return new PromptFacts(
                    kernel.nextCell().value(),
                    kernel.engineCount(),
                    kernel.defaultTargets().toString(),
                    latest);
        }
    }
}
