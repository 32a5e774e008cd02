package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a script line by line and gives out its cells; made by {@link ScriptCells}. One thread at a time. */
public final class CellReader {

    private static final Pattern MAGIC_LINE =
            Pattern.compile("(?:(?:var[ \\t]+)?[\\p{L}_$][\\w\\p{L}$]*[ \\t]*=)?[ \\t]*%([\\p{L}_][\\w\\p{L}]*).*");
    private static final Pattern HELP_LINE = Pattern.compile("[%\\w.*$\\p{L}]+\\?\\??|\\?\\??\\(.+\\)|\\?\\??");

    /** What the lines gathered so far are. */
    private enum Gathering {
        NOTHING,
        JAVA,
        /** A magic or shell line that ended in a backslash. */
        CONTINUED,
        /** A magic line with Java whose brackets are open. */
        CODE,
        /** Everything up to the next separator. */
        REST
    }

    private final MagicNames magics;
    private final Predicate<String> runnable;
    private final boolean looksAhead;
    private boolean separated;

    private int lineNumber;
    private int firstLine;
    private Gathering gathering = Gathering.NOTHING;
    private StringBuilder gathered = new StringBuilder();
    private OpenText open = new OpenText();
    private boolean onlyComments;
    private HeldCell held = HeldCell.NONE;

    CellReader(MagicNames magics, Predicate<String> runnable, boolean separated, boolean looksAhead) {
        this.magics = magics;
        this.runnable = runnable;
        this.separated = separated;
        this.looksAhead = looksAhead;
    }

    /** Takes the next line, without its line end; returns the cells that are complete now, mostly none or one. */
    public List<ScriptCell> line(String line) {
        lineNumber++;
        if (lineNumber == 1 && line.startsWith("#!")) {
            return List.of();
        }
        List<ScriptCell> cells = new ArrayList<>();
        if (ScriptCells.isSeparator(line)) {
            separated = true;
            flush(cells);
            return cells;
        }
        take(line, cells);
        return cells;
    }

    /** No further line is there yet: returns the cell that was kept back for a look at it, if there is one. */
    public List<ScriptCell> idle() {
        if (!held.isPresent()) {
            return List.of();
        }
        List<ScriptCell> cells = new ArrayList<>();
        releaseHeld(cells);
        return cells;
    }

    /** The script has ended; returns what is left, complete or not. */
    public List<ScriptCell> end() {
        List<ScriptCell> cells = new ArrayList<>();
        flush(cells);
        return cells;
    }

    private void take(String line, List<ScriptCell> cells) {
        switch (gathering) {
            case NOTHING -> begin(line, cells);
            case JAVA -> {
                if (onlyComments) {
                    beginSnippet(line, cells);
                } else {
                    goOn(line, cells);
                }
            }
            case CONTINUED -> {
                append(line);
                if (!line.endsWith("\\")) {
                    release(cells);
                }
            }
            case CODE -> {
                append(line);
                open.add(line);
                if (!open.isOpen()) {
                    release(cells);
                }
            }
            case REST -> append(line);
        }
    }

    private void begin(String line, List<ScriptCell> cells) {
        if (separated) {
            if (!line.isBlank()) {
                start(line, Gathering.REST);
            }
            return;
        }
        if (held.isPresent()) {
            if (held.awaits(line)) {
                held = held.with(line);
                return;
            }
            if (held.isContinuedBy(line)) {
                firstLine = held.line();
                gathered = new StringBuilder(held.textWithInterlude());
                open = new OpenText();
                gathered.toString().lines().forEach(open::add);
                held = HeldCell.NONE;
                goOn(line, cells);
                return;
            }
            releaseHeld(cells);
            take(line, cells);
            return;
        }
        beginSnippet(line, cells);
    }

    /** Gives out the held cell; comments that stood behind it belong to what follows. */
    private void releaseHeld(List<ScriptCell> cells) {
        HeldCell released = held;
        held = HeldCell.NONE;
        cells.add(released.cell());
        int now = lineNumber;
        lineNumber = released.interludeLine();
        for (String comment : released.interlude()) {
            take(comment, cells);
            lineNumber++;
        }
        lineNumber = now;
    }

    private void beginSnippet(String line, List<ScriptCell> cells) {
        String text = line.strip();
        if (text.isEmpty()) {
            if (!gathered.isEmpty()) {
                append(line);
            }
            return;
        }
        Matcher magic = MAGIC_LINE.matcher(line);
        if (!isJava(line)) {
            reset();
        }
        if (text.startsWith("%%") && !HELP_LINE.matcher(text).matches()) {
            start(line, Gathering.REST);
        } else if (HELP_LINE.matcher(text).matches()) {
            start(line, Gathering.JAVA);
            release(cells);
        } else if (magic.matches()) {
            start(line, Gathering.CODE);
            open.add(line.substring(magic.end(1)));
            boolean code = magics.takesCode(magic.group(1)) && open.isOpen();
            continueOrRelease(code ? Gathering.CODE : Gathering.CONTINUED, code || line.endsWith("\\"), cells);
        } else if (line.startsWith("!") && !line.startsWith("!=")) {
            start(line, Gathering.CONTINUED);
            continueOrRelease(Gathering.CONTINUED, line.endsWith("\\"), cells);
        } else {
            firstLine = gathered.isEmpty() ? lineNumber : firstLine;
            goOn(line, cells);
        }
    }

    private static boolean isJava(String line) {
        boolean command = line.startsWith("!") && !line.startsWith("!=");
        return !command
                && !HELP_LINE.matcher(line.strip()).matches()
                && !line.stripLeading().startsWith("%%")
                && !MAGIC_LINE.matcher(line).matches();
    }

    private void continueOrRelease(Gathering next, boolean goesOn, List<ScriptCell> cells) {
        gathering = next;
        if (!goesOn) {
            release(cells);
        }
    }

    private void goOn(String line, List<ScriptCell> cells) {
        gathering = Gathering.JAVA;
        append(line);
        open.add(line);
        if (open.isOpen()) {
            return;
        }
        String java = gathered.toString();
        onlyComments = JavaShape.of(java) == JavaShape.EMPTY;
        if (!onlyComments && runnable.test(java)) {
            if (looksAhead) {
                held = new HeldCell(java, firstLine, List.of());
                reset();
            } else {
                release(cells);
            }
        }
    }

    private void start(String line, Gathering what) {
        firstLine = lineNumber;
        gathering = what;
        append(line);
    }

    private void append(String line) {
        if (!gathered.isEmpty()) {
            gathered.append('\n');
        }
        gathered.append(line);
    }

    private void flush(List<ScriptCell> cells) {
        if (held.isPresent()) {
            cells.add(held.cell());
            held = HeldCell.NONE;
        }
        release(cells);
    }

    private void release(List<ScriptCell> cells) {
        String text = gathered.toString().stripTrailing();
        if (!text.isBlank() && JavaShape.of(text) != JavaShape.EMPTY) {
            cells.add(new ScriptCell(text, firstLine));
        }
        reset();
    }

    private void reset() {
        gathered = new StringBuilder();
        gathering = Gathering.NOTHING;
        open = new OpenText();
        onlyComments = false;
    }
}
