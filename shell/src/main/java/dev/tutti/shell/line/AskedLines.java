package dev.tutti.shell.line;

import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Reads lines that a magic asks for, with a history of their own. Used by the typing thread; opened at first use. */
final class AskedLines {

    private final Tty tty;
    private AskingReader reader;

    AskedLines(Tty tty) {
        this.tty = tty;
    }

    Optional<String> ask(String prompt) {
        try {
            return tty.isPlain() ? plain(prompt) : Optional.of(reader().next(prompt));
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        }
    }

    private AskingReader reader() {
        if (reader == null) {
            reader = new AskingReader(tty);
        }
        return reader;
    }

    /** JLine's reader, opened where it keeps keys. */
    private static final class AskingReader extends LineReaderImpl {
        private final TypedAhead ahead;

        AskingReader(Tty tty) {
            super(tty.jline(), "tutti", null);
            ahead = tty.ahead();
            option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        }

        String next(String prompt) {
            ahead.giveTo(bindingReader);
            try {
                return readLine(prompt);
            } finally {
                ahead.takeBack(bindingReader);
            }
        }
    }

    private Optional<String> plain(String prompt) {
        Terminal terminal = tty.jline();
        Thread typing = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> typing.interrupt());
        try {
            terminal.writer().write(prompt);
            terminal.writer().flush();
            return tty.lines().next();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            return Optional.empty();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }
}
