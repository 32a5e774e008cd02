package dev.tutti.shell.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.NonBlockingReader;
import org.jline.utils.OSUtils;
import org.jline.utils.Status;

/**
 * JLine's reader, opened where it keeps things to subclasses: the area below the text, keys read while a widget runs,
 * the end of reading. Everything that makes it an editor of cells is composed around it. Used by the typing thread, but
 * for {@link #printAbove} and {@link #drawAgain}.
 */
final class CellReader extends LineReaderImpl {

    /** An answer that comes so quickly is waited for even if keys have been typed ahead. */
    private static final Duration UNNOTICED = Duration.ofMillis(150);

    /** What switches a control character off, except on Linux. */
    private static final int NO_CHARACTER = 0xff;

    /** The length from which only the lines around the cursor are laid out. */
    private static final int LONG = 4_000;

    private static final int LOOK_AT_KEYS_MILLIS = 5;

    private final Tty tty;
    private volatile boolean interrupted;
    private boolean peeked;
    private int interruptKey;
    private LongText longText;
    private int texts;
    private BooleanSupplier belongsBelow = () -> true;
    private AroundKeys around = AroundKeys.NOTHING;

    CellReader(Tty tty) {
        super(tty.jline(), "tutti", null);
        this.tty = tty;
        undo = new BoundedUndo(this::setBuffer);
        getWidgets().put(LineReader.CALLBACK_INIT, this::takeInterrupts);
    }

    /** Whether reading has been ended by Ctrl-C. */
    boolean isInterrupted() {
        return interrupted;
    }

    /** How many texts it has begun to read. */
    int texts() {
        return texts;
    }

    /** Whether the user is typing, as opposed to the text being shown for the last time. */
    boolean isTyping() {
        return reading;
    }

    /** Shows something below the text until {@link #hideBelow}. */
    void showBelow(Supplier<AttributedString> lines) {
        showBelowWhile(() -> true, lines);
    }

    /** Shows something below the text until {@link #hideBelow}, or a drawing at which the condition does not hold. */
    void showBelowWhile(BooleanSupplier condition, Supplier<AttributedString> lines) {
        belongsBelow = condition;
        post = lines;
        redisplay();
    }

    /** Draws the text anew if it is being typed. Any thread. */
    void drawAgain() {
        lock.lock();
        try {
            if (reading) {
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether something is shown below the text. */
    boolean isShowingBelow() {
        return post != null;
    }

    /** Removes what is below the text, with the next drawing. */
    void hideBelow() {
        post = null;
    }

    /** The next key, as the name of what it does in a menu; empty if it has none. */
    String nextKey() {
        Binding binding = readBinding(getKeys(), getKeyMaps().get(MENU));
        return binding instanceof Reference reference ? reference.name() : "";
    }

    /** The next key, as the name of what it does while a text is typed; empty if it has none. */
    String nextTypingKey() {
        return readBinding(getKeys()) instanceof Reference reference ? reference.name() : "";
    }

    /** The end of the input ends reading wherever it is met; JLine's searches would read their last key for ever. */
    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        peeked = false;
        Binding binding = super.readBinding(keys, local == null ? around.keys() : local);
        if (binding == null) {
            throw new EndOfFileException();
        }
        return binding;
    }

    /** Has somebody see each key before it does what it usually does. */
    void consult(AroundKeys consulted) {
        around = consulted;
    }

    @Override
    protected Widget getWidget(Object binding) {
        Widget usual = super.getWidget(binding);
        return binding instanceof Reference reference ? around.around(reference.name(), usual) : usual;
    }

    /** Keeps a text for the key that inserts what was cut or copied last. */
    void keep(String text) {
        killRing.add(text);
    }

    /** Something else has had the whole screen meanwhile. */
    void windowMayHaveChanged() {
        if (!size.equals(terminal.getSize())) {
            handleSignal(Signal.WINCH);
        }
    }

    /** Gives the key just read to whoever reads next. */
    void keyAgain() {
        String keys = getLastBinding();
        if (keys != null) {
            bindingReader.runMacro(keys);
            skipRedisplay = true;
        }
    }

    /**
     * Ends reading: the text is a cell, and Ctrl-C a signal again. One that came as a key before keeps the cell from
     * running; what else came behind Enter is for whoever reads next.
     */
    void finish() {
        state = State.DONE;
        setInterruptKey(interruptKey);
        tty.ahead().takeBack(bindingReader);
        StringBuilder typed = new StringBuilder();
        while (peeked || tty.hasKeys()) {
            peeked = false;
            int key = bindingReader.readCharacter();
            if (key < 0) {
                break;
            }
            typed.appendCodePoint(key);
        }
        tty.ahead().add(typed.toString());
        interrupted |= tty.ahead().dropInterrupted();
    }

    /** Ends reading: the text is a cell that has to find what was typed behind it in the terminal. */
    void finishForProgram() {
        state = State.DONE;
    }

    /** Ends reading: the text is dropped. */
    void interrupt() {
        interrupted = true;
        state = State.INTERRUPT;
    }

    /** The pasted text that follows the key of that name. */
    String pasted() {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(BRACKETED_PASTE_END, text.length() - BRACKETED_PASTE_END.length()) < 0) {
            int key = bindingReader.readCharacter(); // JLine's own way reads twice what was typed ahead
            if (key < 0) {
                throw new EndOfFileException();
            }
            text.appendCodePoint(key);
        }
        return text.substring(0, text.length() - BRACKETED_PASTE_END.length());
    }

    /** How many rows the text takes on the screen. */
    int textRows() {
        if (buf.length() >= LONG) {
            return rows() / 2;
        }
        Supplier<AttributedString> below = post;
        post = null;
        AttributedString text = getDisplayedBufferWithPrompts(new ArrayList<>());
        post = below;
        return text.columnSplitLength(columns()).size();
    }

    int columns() {
        return Math.max(1, size.getColumns());
    }

    int rows() {
        return Math.max(1, size.getRows());
    }

    /** Has texts that are too long for JLine drawn by somebody else. */
    void drawLongTextsWith(LongText drawing) {
        longText = drawing;
    }

    /** Draws a part of a text that is too long to be laid out as a whole. */
    interface LongText {
        TextWindow.Drawn draw(String text, int cursor, int columns, int rows, AttributedString below);
    }

    @Override
    protected void redisplay(boolean flush) {
        lock.lock();
        try {
            if (post != null && !belongsBelow.getAsBoolean()) {
                post = null;
            }
            if (longText == null || buf.length() < LONG || skipRedisplay) {
                super.redisplay(flush);
                return;
            }
            Status status = Status.getStatus(terminal, false);
            int rows = Math.max(1, rows() - (status == null ? 0 : status.size()));
            AttributedString below = post == null ? AttributedString.EMPTY : post.get();
            TextWindow.Drawn drawn =
                    longText.draw(buf.toString(), buf.upToCursor().length(), columns(), rows, below);
            display.update(drawn.lines(), size.cursorPos(drawn.row(), drawn.column()), flush);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an answer, at most for the limit, and not longer than until a key is typed. */
    <T> Optional<T> await(CompletableFuture<T> answer, Duration limit) {
        boolean held = lock.isHeldByCurrentThread();
        if (held) {
            lock.unlock();
        }
        try {
            return awaitUnlocked(answer, limit);
        } catch (ExecutionException e) {
            System.getLogger(CellReader.class.getName())
                    .log(System.Logger.Level.DEBUG, "The kernel could not answer: " + e.getCause(), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (held) {
                lock.lock();
            }
        }
    }

    private <T> Optional<T> awaitUnlocked(CompletableFuture<T> answer, Duration limit)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            long first = Math.min(UNNOTICED.toMillis(), limit.toMillis());
            return Optional.of(answer.get(first, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            while (!answer.isDone() && System.nanoTime() < end) {
                if (bindingReader.peekCharacter(LOOK_AT_KEYS_MILLIS) != NonBlockingReader.READ_EXPIRED) {
                    peeked = true;
                    return Optional.empty();
                }
            }
            return answer.isDone() ? Optional.of(answer.get()) : Optional.empty();
        }
    }

    /**
     * Ctrl-C becomes a key: as a signal it would overtake or be overtaken by the keys typed around it. A signal from
     * elsewhere ends reading too.
     */
    private boolean takeInterrupts() {
        interrupted = false;
        texts++;
        Thread typing = Thread.currentThread();
        terminal.handle(Signal.INT, signal -> {
            interrupted = true;
            typing.interrupt();
        });
        interruptKey = terminal.getAttributes().getControlChar(ControlChar.VINTR);
        setInterruptKey(OSUtils.IS_LINUX ? 0 : NO_CHARACTER);
        tty.ahead().giveTo(bindingReader);
        return true;
    }

    private void setInterruptKey(int key) {
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VINTR, key);
        terminal.setAttributes(attributes);
    }
}
