package dev.tutti.shell.line;

import dev.tutti.kernel.UserScreen;
import dev.tutti.kernel.browse.ObjectNode;
import dev.tutti.kernel.browse.ObjectTree;
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

/**
 * The whole screen between two prompts: the built-in editor, the picker of the history, the browser of objects; afterwards
 * it is as before.
 */
public final class WholeScreen implements UserScreen {

    private final Terminal terminal;
    private final Supplier<Palette> palette;

    /** @param tty a terminal whose cursor can be moved */
    public WholeScreen(Tty tty, Settings settings) {
        this.terminal = tty.jline();
        this.palette = () -> Palette.of(settings, tty.isColoured());
    }

    @Override
    public void edit(Path file) throws IOException {
        try (Restoring _ = new Restoring()) {
            Nano nano = new Nano(terminal, file.getParent());
            nano.title = "%edit: Ctrl-O writes, Ctrl-X leaves";
            nano.open(file.getFileName().toString());
            nano.run();
        }
    }

    @Override
    public void clip(String text) {
        Clipboard.give(terminal, text);
    }

    @Override
    public Optional<String> pick(List<String> cells) {
        try (Restoring _ = new Restoring()) {
            return new HistoryPicker(terminal, palette.get(), cells).pick("");
        }
    }

    @Override
    public Optional<String> browse(ObjectTree tree, List<ObjectNode> roots) {
        try (Restoring _ = new Restoring()) {
            return new TreeBrowser(terminal, palette.get(), new TreeList(tree, roots)).browse();
        }
    }

    /** Meanwhile Ctrl-C is a key; the terminal is set again afterwards. */
    private final class Restoring implements AutoCloseable {
        private final Attributes attributes = terminal.getAttributes();
        private final SignalHandler interrupts = terminal.handle(Signal.INT, _ -> {});

        Restoring() {
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
