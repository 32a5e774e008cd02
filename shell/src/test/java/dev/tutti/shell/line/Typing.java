package dev.tutti.shell.line;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.SettingException;
import dev.tutti.kernel.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/** An editor in a terminal of its own: keys in, results out. */
final class Typing implements AutoCloseable {

    static final String ENTER = "\r";
    static final String TAB = "\t";
    static final String UP = "\033[A";
    static final String DOWN = "\033[B";
    static final String LEFT = "\033[D";
    static final String RIGHT = "\033[C";
    static final String END = "\033[F";
    static final String HOME = "\033[H";
    static final String ALT_ENTER = "\033\r";
    static final String CTRL_C = "\003";
    static final String CTRL_D = "\004";
    static final String CTRL_G = "\007";
    static final String CTRL_R = "\022";

    private final Terminal terminal;
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CellEditor editor;

    private Typing(Path historyFile, CompletableFuture<CodeAssist> assist, String... set) throws IOException {
        PipedInputStream input = new PipedInputStream(keys, 1 << 22);
        terminal = new ExternalTerminal("test", "xterm-256color", input, screen, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        terminal.enterRawMode();
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, 0);
        terminal.setAttributes(attributes);
        Duration patience = Duration.ofSeconds(20);
        Settings settings = settings(historyFile, set);
        editor = CellEditor.open(new EditorConfig(Tty.of(terminal, true), historyFile, assist, patience, settings));
    }

    static Typing at(Path folder) throws IOException {
        return new Typing(folder.resolve("history"), CompletableFuture.completedFuture(new FakeAssist()));
    }

    static Typing withoutKernel(Path folder) throws IOException {
        return new Typing(folder.resolve("history"), new CompletableFuture<>());
    }

    static Typing withoutSuggestions(Path folder) throws IOException {
        return new Typing(
                folder.resolve("history"),
                CompletableFuture.completedFuture(new FakeAssist()),
                "editor.suggestions",
                "off");
    }

    /** With settings: names and values in turn. */
    static Typing with(Path folder, String... set) throws IOException {
        return new Typing(folder.resolve("history"), CompletableFuture.completedFuture(new FakeAssist()), set);
    }

    private static Settings settings(Path historyFile, String... set) {
        Settings settings = Settings.of(historyFile.resolveSibling("default.conf"), KnownSettings.ALL);
        for (int i = 0; i < set.length; i += 2) {
            try {
                settings.set(set[i], set[i + 1], Settings.Origin.SESSION);
            } catch (SettingException e) {
                throw new AssertionError(e);
            }
        }
        return settings;
    }

    /** Presses keys and reads what comes of it. */
    ReadResult press(String... pressed) throws IOException {
        keys.write(String.join("", pressed).getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return editor.read(PromptFacts.of(1));
    }

    /** Presses keys, closes the terminal, and reads what comes of it. */
    ReadResult pressAndHangUp(String... pressed) throws IOException {
        keys.write(String.join("", pressed).getBytes(StandardCharsets.UTF_8));
        keys.close();
        return editor.read(PromptFacts.of(1));
    }

    /** The cell that comes of pressing keys. */
    String cell(String... pressed) throws IOException {
        return switch (press(pressed)) {
            case ReadResult.Cell(String text) -> text;
            case ReadResult.Cleared cleared -> cleared.toString();
            case ReadResult.EndOfInput end -> end.toString();
        };
    }

    /** A paste as the terminal marks it. */
    static String pasted(String text) {
        return "\033[200~" + text + "\033[201~";
    }

    CellEditor editor() {
        return editor;
    }

    /** Everything written to the screen, escape sequences and all. */
    String written() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        editor.close();
        keys.close();
        terminal.close();
    }
}
