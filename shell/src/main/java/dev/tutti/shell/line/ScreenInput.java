package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.builtins.InputRC;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Reads cells with everything a screen allows. Used by the typing thread, but for {@link #printAbove}. */
final class ScreenInput implements LineInput {

    /** A pause in typing after which it is worth compiling what there is: Enter may be the next key. */
    private static final long PAUSE_MILLIS = 120;

    /** How much longer it must be before one may be told of errors. */
    private static final long LONGER_MILLIS = 280;

    private final CellReader reader;
    private final Palette palette;
    private final CellHighlighter highlighter;
    private final HistoryWalk walk;
    private final Ghost ghost;
    private final Selection selection;
    private final ErrorMarks marks;
    private final Emphasis emphasis = new Emphasis();
    private final Settings settings;
    private final boolean canColour;
    private String keysFile = "";
    private Prompt prompt = Prompt.usual(1);

    ScreenInput(EditorConfig config, CellHistory history, Assistance assistance, EnterRule enterRule) {
        reader = new CellReader(config.tty());
        settings = config.settings();
        canColour = config.tty().isColoured();
        palette = Palette.of(settings, canColour);
        highlighter = new CellHighlighter(palette, assistance::isMagic);
        walk = new HistoryWalk(history);
        CellBuffer buffer = new CellBuffer(reader.getBuffer());
        selection = new Selection(buffer);
        ghost = new Ghost(
                buffer,
                text -> settings.isOn(KnownSettings.EDITOR_SUGGESTIONS)
                        ? history.continuation(text)
                        : Optional.empty());
        marks = new ErrorMarks(
                CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS),
                CompletableFuture.delayedExecutor(LONGER_MILLIS, TimeUnit.MILLISECONDS),
                text -> assistance.ask(kernel -> kernel.errors(text)),
                reader::drawAgain);
        reader.setHistory(history);
        reader.setHighlighter(new Drawing());
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(LineReader.Option.CASE_INSENSITIVE_SEARCH, true);
        reader.option(LineReader.Option.BRACKETED_PASTE, true);
        reader.setVariable(LineReader.WORDCHARS, "_$");
        reader.setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, CellHighlighter.LIMIT);
        reader.setVariable(LineReader.BLINK_MATCHING_PAREN, 0);
        reader.drawLongTextsWith(this::drawLong);
        new CellKeys(reader, enterRule, walk, ghost)
                .pairing(() -> settings.isOn(KnownSettings.EDITOR_AUTOPAIR))
                .clipping(text -> {
                    if (settings.isOn(KnownSettings.EDITOR_CLIPBOARD)) {
                        Clipboard.give(reader.getTerminal(), text);
                    }
                })
                .picking(typed -> new HistoryPicker(reader.getTerminal(), palette, history.cells()).pick(typed))
                .bind();
        new CompletionKey(reader, assistance, palette).bind();
        new ExpressionKey(reader, assistance, palette, emphasis).bind();
        new SelectionKeys(reader, buffer, selection).bind();
    }

    /** What has been set since the last prompt. */
    private void applySettings() {
        palette.theme(Palette.of(settings, canColour).theme());
        boolean vi = settings.get(KnownSettings.EDITOR_MODE).equals("vi");
        reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(vi ? LineReader.VIINS : LineReader.EMACS));
        String file = settings.get(KnownSettings.EDITOR_KEYS);
        if (!file.equals(keysFile)) {
            keysFile = file;
            readKeys(file);
        }
    }

    private void readKeys(String file) {
        if (file.isEmpty()) {
            return;
        }
        Path path = Path.of(file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file);
        try {
            InputRC.configure(reader, path.toUri().toURL());
        } catch (IOException e) {
            printAbove(new AttributedString("The keys of editor.keys cannot be read: " + e + "."));
        }
    }

    private TextWindow.Drawn drawLong(String text, int cursor, int columns, int rows, AttributedString below) {
        int shownCursor = reader.isTyping() ? cursor : -1;
        return new TextWindow(prompt.styled(palette), prompt.styledContinuation(palette), columns, rows)
                .draw(
                        text,
                        cursor,
                        (start, end) -> withSelection(highlighter.highlight(text, start, end, shownCursor), start),
                        below);
    }

    /** @param start of the styled part in the whole text */
    private AttributedString withSelection(AttributedString styled, int start) {
        return reader.isTyping() && selection.isActive()
                ? highlighter.selected(styled, selection.start() - start, selection.end() - start)
                : styled;
    }

    @Override
    public ReadResult read(Prompt next, String prefilled) {
        prompt = next;
        walk.reset();
        ghost.clear();
        selection.clear();
        applySettings();
        AttributedString continuation = prompt.styledContinuation(palette);
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, continuation.toAnsi(reader.getTerminal()));
        String styled = prompt.styled(palette).toAnsi(reader.getTerminal());
        try {
            String right = prompt.right().isEmpty()
                    ? null
                    : prompt.styledRight(palette).toAnsi(reader.getTerminal());
            String text = reader.readLine(styled, right, (MaskingCallback) null, prefilled.isEmpty() ? null : prefilled)
                    .stripTrailing();
            boolean dropped = Thread.interrupted() || reader.isInterrupted(); // Ctrl-C came with the last key
            return text.isBlank() || dropped ? new ReadResult.Cleared() : new ReadResult.Cell(text);
        } catch (UserInterruptException e) {
            Thread.interrupted();
            return new ReadResult.Cleared();
        } catch (EndOfFileException e) {
            return new ReadResult.EndOfInput();
        }
    }

    @Override
    public void printAbove(AttributedString lines) {
        reader.printAbove(lines);
    }

    /** The text as it is drawn at each keystroke: coloured, with the suggestion, and for the last time without. */
    private final class Drawing implements Highlighter {
        @Override
        public AttributedString highlight(LineReader lineReader, String text) {
            boolean typing = reader.isTyping();
            int cursor = typing ? reader.getBuffer().upToCursor().length() : -1;
            AttributedString styled = highlighter.highlight(text, cursor);
            if (!typing) {
                ghost.clear();
                marks.clear();
                return reader.isInterrupted() ? behind(styled, "^C") : styled;
            }
            List<Diagnostic> errors =
                    marks.of(text); // asked for in any case: what is compiled now, Enter need not wait for
            boolean shown = settings.isOn(KnownSettings.EDITOR_ERRORS);
            AttributedString marked = withSelection(shown ? highlighter.underlined(styled, errors) : styled, 0);
            if (reader.isShowingBelow()) {
                ghost.clear();
                return highlighter.emphasised(marked, emphasis.parts());
            }
            String rest = ghost.over(text, reader.rows());
            return rest.isEmpty() ? marked : behind(marked, rest);
        }

        private AttributedString behind(AttributedString styled, String grey) {
            return new AttributedStringBuilder()
                    .append(styled)
                    .append(grey, palette.dim())
                    .toAttributedString();
        }
    }
}
