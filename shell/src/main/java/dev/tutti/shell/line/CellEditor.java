package dev.tutti.shell.line;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * The line editor: reads whole Java cells at {@code In [n]:} prompts. It is ready at once; the kernel's answers and the
 * history come when they are there. One thread, the typing thread, reads; {@link #printAbove} and {@link #offer} may be
 * called by any.
 */
public final class CellEditor implements AutoCloseable {

    /** How many cells are remembered. */
    private static final int HISTORY_LIMIT = 10_000;

    private final CellHistory history;
    private final Assistance assistance;
    private final LineInput input;
    private final Settings settings;
    private final AskedLines asking;
    private String offered = "";

    private CellEditor(EditorConfig config) {
        settings = config.settings();
        history = CellHistory.open(config.historyFile(), HISTORY_LIMIT, Clock.systemUTC());
        assistance = new Assistance(config.assist(), config.deadline());
        asking = new AskedLines(config.tty());
        EnterRule enterRule = new EnterRule(assistance::completeness);
        input = config.tty().isPlain()
                ? new PlainInput(config.tty(), enterRule, history)
                : new ScreenInput(config, history, assistance, enterRule);
    }

    /** An editor on an open terminal. */
    public static CellEditor open(EditorConfig config) {
        return new CellEditor(config);
    }

    /** Shows the prompt of a cell and waits until the user has submitted, dropped or ended. */
    public ReadResult read(PromptFacts facts) {
        return input.read(
                Prompt.of(
                        new PromptTemplate(settings.get(KnownSettings.PROMPT_TEXT)),
                        new PromptTemplate(settings.get(KnownSettings.PROMPT_RIGHT)),
                        facts),
                takeOffered());
    }

    /**
     * Reads a line that is no cell: no history of cells, no completion of Java.
     *
     * @return empty for Ctrl-C, Ctrl-D and the end of the terminal
     */
    public Optional<String> ask(String prompt) {
        return asking.ask(prompt);
    }

    /** Prints a line or lines above the prompt; what is being typed stays as it is. */
    public void printAbove(String lines) {
        printAbove(AttributedString.fromAnsi(lines));
    }

    /** Prints a line or lines above the prompt; what is being typed stays as it is. */
    public void printAbove(AttributedString lines) {
        input.printAbove(lines);
    }

    /** What the next prompt is filled with, for the user to change and submit. */
    public synchronized void offer(String text) {
        offered = text;
    }

    /** The remembered cells of this and earlier sessions, oldest first. Waits until they have been read. */
    public List<String> history() {
        return history.cells();
    }

    /** Ends its threads. The history needs no closing, the terminal stays open. */
    @Override
    public void close() {
        assistance.close();
    }

    private synchronized String takeOffered() {
        String text = offered;
        offered = "";
        return text;
    }
}
