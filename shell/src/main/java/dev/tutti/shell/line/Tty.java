package dev.tutti.shell.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * The terminal that the shell was started in. It opens on anything: where the cursor cannot be moved (a pipe,
 * {@code TERM=dumb}) it is {@linkplain #isPlain() plain}, and a window of unknown size counts as 80 columns by 24 rows.
 */
public final class Tty implements AutoCloseable {

    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private final Terminal terminal;
    private final PlainLines lines;
    private final InputStream waiting;
    private final TypedAhead ahead = new TypedAhead();
    private final Attributes manners;
    private final boolean plain;
    private final boolean coloured;
    private boolean titled;

    private Tty(Terminal terminal, InputStream waiting, Reader lines, boolean wantsColour) {
        this.terminal = terminal;
        this.waiting = waiting;
        this.lines = new PlainLines(lines);
        this.manners = terminal.getAttributes();
        this.plain = cannotMoveCursor(terminal);
        this.coloured = wantsColour && !plain;
        if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
            terminal.setSize(new Size(orElse(terminal.getWidth(), COLUMNS), orElse(terminal.getHeight(), ROWS)));
        }
    }

    /**
     * Opens the terminal of this process.
     *
     * @param wantsColour whether colours are wanted; a plain terminal has none
     */
    public static Tty open(boolean wantsColour) {
        Terminal terminal = system(TerminalTypes.prepare(System.getenv("TERM")));
        // JLine's reader expects single keys and takes the end of a line-wise input for a pause
        return new Tty(terminal, System.in, new InputStreamReader(System.in, terminal.encoding()), wantsColour);
    }

    /** Wraps a terminal that is already open. */
    public static Tty of(Terminal terminal, boolean wantsColour) {
        return new Tty(terminal, terminal.input(), terminal.reader(), wantsColour);
    }

    /** Whether NO_COLOR, by its convention, forbids colours. */
    public static boolean colourForbidden() {
        String noColour = System.getenv("NO_COLOR");
        return noColour != null && !noColour.isEmpty();
    }

    /** Whether it only takes text: no cursor movement, no colour, no escape sequence at all. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether text may be coloured. */
    public boolean isColoured() {
        return coloured;
    }

    /** How many columns it has now; at least 1. */
    public int columns() {
        return Math.max(1, orElse(terminal.getWidth(), COLUMNS));
    }

    /** How many rows it has now; at least 1. */
    public int rows() {
        return Math.max(1, orElse(terminal.getHeight(), ROWS));
    }

    /** What Ctrl-C does while nothing is being read; it runs on the thread that delivers signals, and must be short. */
    public void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, signal -> {
            ahead.drop();
            action.run();
        });
    }

    /**
     * A line that was typed together with the Enter of the running cell, with its end, or without if Ctrl-D ended it.
     *
     * @param most so many characters of a longer line, which then comes in parts
     * @return empty if no whole line was typed so early
     */
    public Optional<String> lineAhead(int most) {
        return ahead.takeLine(most);
    }

    /** The beginning of a line, of which the terminal has the rest. */
    public String keysAhead() {
        return ahead.takeAll();
    }

    /** Names the window, if it is one of a terminal that has names. */
    public void title(String title) {
        if (TerminalTypes.hasTitle(terminal.getType())) {
            if (!titled) {
                titled = true;
                write("\033[22;2t"); // the terminal remembers the title there was
            }
            write("\033]2;" + title.replaceAll("\\p{Cntrl}", " ") + "\007");
        }
    }

    /** Rings the bell. */
    public void bell() {
        if (!plain) {
            write("\007");
        }
    }

    /**
     * Has the desktop show a text, if the terminal knows the sequence; others take no notice of it.
     *
     * @param sequence which of the operating system commands, up to the text
     */
    public void notify(String sequence, String text) {
        if (!plain) {
            write("\033]" + sequence + text.replaceAll("\\p{Cntrl}", " ") + "\033\\");
        }
    }

    /**
     * Puts the cursor at the beginning of a line, a new one unless it stands there already: a whole line of blanks moves
     * it to the next line only if something stands before them.
     */
    public void freshLine() {
        if (!plain) {
            write(" ".repeat(columns()) + "\r\033[K");
        }
    }

    /** Has it take lines and show what is typed as in the beginning, whatever a program has left behind. */
    public void restoreManners() {
        Attributes now = terminal.getAttributes();
        Attributes before = new Attributes(now);
        for (LocalFlag flag : List.of(LocalFlag.ECHO, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN)) {
            now.setLocalFlag(flag, manners.getLocalFlag(flag));
        }
        now.setInputFlag(InputFlag.ICRNL, manners.getInputFlag(InputFlag.ICRNL));
        now.setOutputFlag(OutputFlag.OPOST, manners.getOutputFlag(OutputFlag.OPOST));
        if (!now.toString().equals(before.toString())) {
            terminal.setAttributes(now);
        }
    }

    private void write(String sequence) {
        terminal.writer().write(sequence);
        terminal.writer().flush();
    }

    /** JLine's terminal, for the rooms that draw. */
    public Terminal jline() {
        return terminal;
    }

    TypedAhead ahead() {
        return ahead;
    }

    /** Whether keys wait to be read. They are asked of System.in, as JLine's stream does not tell. */
    boolean hasKeys() {
        try {
            return waiting.available() > 0;
        } catch (IOException _) {
            return false; // a broken terminal is met by the next read
        }
    }

    /** What is typed, as the terminal itself edits it line by line. */
    PlainLines lines() {
        return lines;
    }

    @Override
    public void close() {
        if (titled) {
            write("\033[23;2t");
        }
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal could not be given back: " + e.getMessage(), e);
        }
    }

    /**
     * The JNI provider starts fastest (0.02 s before FFM) and is asked alone, since asking every provider loads them
     * all. It is missing on rare processors, and cannot be loaded where the temporary folder forbids execution.
     */
    private static Terminal system(String type) {
        try {
            return builder(type).provider("jni").dumb(false).build();
        } catch (IOException | IllegalStateException e) {
            return anySystem(type);
        }
    }

    private static Terminal anySystem(String type) {
        try {
            return builder(type).providers("ffm,exec").dumb(true).build();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No terminal can be opened on standard input and output: " + e.getMessage(), e);
        }
    }

    private static TerminalBuilder builder(String type) {
        return TerminalBuilder.builder().name("tutti").type(type).system(true);
    }

    private static boolean cannotMoveCursor(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB)
                || terminal.getStringCapability(Capability.cursor_up) == null
                || terminal.getStringCapability(Capability.clr_eol) == null;
    }

    private static int orElse(int size, int unknown) {
        return size > 0 ? size : unknown;
    }
}
