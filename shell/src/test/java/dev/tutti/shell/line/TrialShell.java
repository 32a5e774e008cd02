package dev.tutti.shell.line;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The program that terminal tests type into: it answers each cell with its number and its text, quoted. */
public final class TrialShell {

    private TrialShell() {}

    /**
     * Reads until the end of input; a cell {@code above} prints above the next prompt, {@code offer} fills it.
     *
     * @param args the history file, then {@code never} for a kernel that never becomes ready
     */
    public static void main(String[] args) {
        CompletableFuture<CodeAssist> assist = new CompletableFuture<>();
        try (Tty tty = Tty.open(!Tty.colourForbidden());
                CellEditor editor = CellEditor.open(EditorConfig.of(
                        tty, Path.of(args[0]), assist, Settings.of(Path.of("default.conf"), KnownSettings.ALL)))) {
            if (args.length < 2) {
                assist.complete(new FakeAssist());
            }
            int number = 1;
            while (true) {
                switch (editor.read(PromptFacts.of(number))) {
                    case ReadResult.Cell(String text) -> {
                        answer(tty, number++, text);
                        act(editor, text);
                    }
                    case ReadResult.Cleared() -> {}
                    case ReadResult.EndOfInput() -> {
                        return;
                    }
                }
            }
        }
    }

    private static void answer(Tty tty, int number, String text) {
        String shown = text.length() > 300 ? text.length() + " characters" : text.replace("\n", "|");
        tty.jline().writer().println("<" + number + "> " + shown);
        tty.jline().writer().flush();
    }

    private static void act(CellEditor editor, String text) {
        if (text.equals("offer")) {
            editor.offer("int offered = 1;");
        } else if (text.equals("above")) {
            Thread.ofVirtual().start(() -> editor.printAbove("a line from elsewhere"));
        }
    }
}
