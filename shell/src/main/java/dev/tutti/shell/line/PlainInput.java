package dev.tutti.shell.line;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;

/**
 * Reads cells line by line where the cursor cannot be moved; the same rule as on a screen says when a cell is complete.
 * Writes no escape sequence. Used by the typing thread, but for {@link #printAbove}.
 */
final class PlainInput implements LineInput {

    private final Terminal terminal;
    private final PlainLines lines;
    private final EnterRule enterRule;
    private final CellHistory history;
    private String standing = "";

    PlainInput(Tty tty, EnterRule enterRule, CellHistory history) {
        this.terminal = tty.jline();
        this.lines = tty.lines();
        this.enterRule = enterRule;
        this.history = history;
    }

    @Override
    public ReadResult read(Prompt prompt, String prefilled) {
        Thread typing = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> typing.interrupt());
        try {
            return readLines(prompt, prefilled);
        } catch (InterruptedException e) {
            write("\n"); // the terminal itself has shown ^C
            return new ReadResult.Cleared();
        } catch (IOException e) {
            return new ReadResult.EndOfInput();
        } finally {
            stand("");
            terminal.handle(Signal.INT, before);
        }
    }

    private ReadResult readLines(Prompt prompt, String prefilled) throws IOException, InterruptedException {
        StringBuilder cell = new StringBuilder(prefilled);
        if (!prefilled.isEmpty()) {
            write(prompt.text() + prefilled.replace("\n", "\n" + prompt.continuation()) + "\n");
        }
        boolean first = prefilled.isEmpty();
        while (true) {
            stand(first ? prompt.text() : prompt.continuation());
            write(standing);
            Optional<String> line = lines.next();
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
