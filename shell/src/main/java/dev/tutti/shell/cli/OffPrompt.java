package dev.tutti.shell.cli;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.BackgroundListener;
import dev.tutti.kernel.Kernel;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.settings.UserProfile;
import dev.tutti.kernel.view.StreamMode;
import dev.tutti.shell.display.Palette;
import dev.tutti.shell.display.Screen;
import dev.tutti.shell.line.Signals;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What runs without a prompt have in common: where output goes, and that Ctrl-C stops the cell. */
final class OffPrompt {

    private static final int DEFAULT_WIDTH = 80;

    private final Invocation invocation;
    private final Screen screen;
    private final StreamMode mode;
    private final IntSupplier width;

    private OffPrompt(Invocation invocation, Screen screen, StreamMode mode, IntSupplier width) {
        this.invocation = invocation;
        this.screen = screen;
        this.mode = mode;
        this.width = width;
    }

    static OffPrompt of(Invocation invocation, Streams streams) {
        IntSupplier width = OffPrompt::environmentWidth;
        Screen screen = new Screen(
                System.out,
                System.err,
                palette(invocation, streams),
                streams.capable() && streams.errorIsTerminal(),
                width);
        boolean live = invocation.output().stream().orElse(streams.outputIsTerminal());
        StreamMode mode =
                invocation.output().json() ? StreamMode.AT_END : live ? StreamMode.LIVE : StreamMode.LOCAL_LIVE;
        return new OffPrompt(invocation, screen, mode, width);
    }

    static Palette palette(Invocation invocation, Streams streams) {
        boolean colour = switch (invocation.output().colour()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> streams.capable() && System.getenv("NO_COLOR") == null;
        };
        return colour ? Palette.COLOUR : Palette.PLAIN;
    }

    private static int environmentWidth() {
        String columns = System.getenv("COLUMNS");
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns.strip());
            return width > 0 ? width : DEFAULT_WIDTH;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    Kernel open(ControllerConfig.InputSource input) throws UsageException {
        UserProfile profile = Profile.open(invocation.preferences(), screen::errorLine);
        Kernel kernel = KernelStart.open(invocation, profile, false, mode, width, input, new Aside());
        Signals.onInterrupt(kernel::interrupt);
        return kernel;
    }

    /** @param lines where a magic reads that asks the user */
    CellSequence sequence(Kernel kernel, Supplier<Optional<String>> lines) {
        PrintStream out = System.out;
        CellSequence sequence = new CellSequence(kernel, screen, out, invocation, lines);
        invocation.limits().targets().ifPresent(kernel::defaultTargets);
        return sequence;
    }

    /** Output and notes outside of cells go to standard error. */
    private final class Aside implements BackgroundListener {
        @Override
        public void output(EngineId engine, StreamKind kind, String text) {
            screen.errorLine("[" + engine + "] " + text.stripTrailing());
        }

        @Override
        public void note(String sentence) {
            screen.errorLine(sentence);
        }
    }
}
