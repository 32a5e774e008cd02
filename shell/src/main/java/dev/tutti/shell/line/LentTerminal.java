package dev.tutti.shell.line;

import dev.tutti.kernel.UserScreen;
import dev.tutti.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.builtins.Nano;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The terminal between two prompts, given to an editor or to the picker of the history; afterwards it is as before. */
public final class LentTerminal implements UserScreen {

    private final Terminal terminal;
    private final Supplier<Palette> palette;

    /** @param tty a terminal whose cursor can be moved */
    public LentTerminal(Tty tty, Settings settings) {
        this.terminal = tty.jline();
        this.palette = () -> Palette.of(settings, tty.isColoured());
    }

    @Override
    public int edit(String program, Path file) throws IOException, InterruptedException {
        try (Loan _ = new Loan()) {
            // as git does: the program may be a command with options
            Process process = new ProcessBuilder("sh", "-c", program + " \"$1\"", program, file.toString())
                    .inheritIO()
                    .start();
            try {
                return process.waitFor();
            } finally {
                process.destroy();
            }
        }
    }

    @Override
    public void edit(Path file) throws IOException {
        try (Loan _ = new Loan()) {
            Nano nano = new Nano(terminal, file.getParent());
            nano.title = "%edit: Ctrl-O writes, Ctrl-X leaves";
            nano.open(file.getFileName().toString());
            nano.run();
        }
    }

    @Override
    public Optional<String> pick(List<String> cells) {
        try (Loan _ = new Loan()) {
            return new HistoryPicker(terminal, palette.get(), cells).pick("");
        }
    }

    /** While it is lent: Ctrl-C is the borrower's, and the terminal is set again afterwards. */
    private final class Loan implements AutoCloseable {
        private final Attributes attributes = terminal.getAttributes();
        // not ignored, which the program would inherit
        private final SignalHandler interrupts = terminal.handle(Signal.INT, _ -> {});

        Loan() {
            terminal.writer().flush();
        }

        @Override
        public void close() {
            terminal.handle(Signal.INT, interrupts);
            terminal.setAttributes(attributes);
            terminal.writer().flush();
        }
    }
}
