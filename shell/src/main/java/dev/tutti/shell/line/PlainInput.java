package dev.tutti.shell.line;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;

/**
 * Reads cells line by line where the cursor cannot be moved; the same rule as on a screen says when a cell is complete. Writes
 * no escape sequence. Used by the typing thread, but for {@link #printAbove}.
 */
final class PlainInput implements LineInput {

    private static final int END = -1;

    private final Terminal terminal;
    private final EnterRule enterRule;
    private final CellHistory history;
    private String standing = "";
    private boolean afterReturn;

    PlainInput(Terminal terminal, EnterRule enterRule, CellHistory history) {
        this.terminal = terminal;
        this.enterRule = enterRule;
        this.history = history;
    }

    @Override
    public ReadResult read(Prompt prompt, String prefilled) {
        Thread typing = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> typing.interrupt());
        try {
            return readLines(prompt, prefilled);
        } catch (InterruptedIOException e) {
            Thread.interrupted();
            write("^C\n");
            return new ReadResult.Cleared();
        } catch (IOException e) {
            return new ReadResult.EndOfInput();
        } finally {
            stand("");
            terminal.handle(Signal.INT, before);
        }
    }

    private ReadResult readLines(Prompt prompt, String prefilled) throws IOException {
        StringBuilder cell = new StringBuilder(prefilled);
        if (!prefilled.isEmpty()) {
            write(prompt.text() + prefilled.replace("\n", "\n" + prompt.continuation()) + "\n");
        }
        boolean first = prefilled.isEmpty();
        while (true) {
            stand(first ? prompt.text() : prompt.continuation());
            write(standing);
            Optional<String> line = line();
            stand("");
            if (line.isEmpty()) {
                write("\n");
                return cell.isEmpty() ? new ReadResult.EndOfInput() : result(cell.toString());
            }
            cell.append(first ? "" : "\n").append(line.get());
            if (enterRule.runs(cell.toString(), cell.length())) {
                return result(cell.toString());
            }
            first = false;
        }
    }

    private ReadResult result(String cell) {
        String text = cell.stripTrailing();
        if (text.isBlank()) {
            return new ReadResult.Cleared();
        }
        history.add(text);
        return new ReadResult.Cell(text);
    }

    /** The next line without its end; empty at the end of the input. */
    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = terminal.reader().read();
            boolean secondOfPair = afterReturn && c == '\n';
            afterReturn = c == '\r';
            if (c == END) {
                return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
            }
            if (c == '\r' || c == '\n' && !secondOfPair) {
                return Optional.of(line.toString());
            }
            if (!secondOfPair) {
                line.append((char) c);
            }
        }
    }

    @Override
    public synchronized void printAbove(AttributedString lines) {
        String text = lines.toString();
        write((standing.isEmpty() ? "" : "\n") + text + (text.endsWith("\n") ? "" : "\n") + standing);
    }

    private synchronized void stand(String prompt) {
        standing = prompt;
    }

    private synchronized void write(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
