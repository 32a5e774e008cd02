package dev.tutti.engine.execute;

import dev.tutti.engine.render.Renderer;
import dev.tutti.engine.stream.LiveArea;
import dev.tutti.engine.wire.RenderLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The values that a cell shows while it runs, each of which may be replaced by a newer one: at local, where there is a
 * terminal, they are drawn below what is printed, else only the last ones are printed, at the cell's end. Code that no
 * cell runs, a task for example, has each printed. Any thread; one for the JVM, as its streams are.
 */
public final class Displays {

    /** Whether standard error ends at a terminal: an engine cannot see that itself. */
    private static final String TERMINAL_PROPERTY = "tutti.stderr.terminal";

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MOST_LINES = 20;

    private static final Displays HERE = new Displays();

    private final List<Shown> shown = new ArrayList<>();
    private RenderLimits limits = RenderLimits.DEFAULT;
    private boolean running;
    private boolean drawn;
    private boolean changed;
    private Thread drawer;

    private Displays() {}

    /** A place for values; the same from cell to cell. */
    public static final class Shown {
        private String text = "";

        /** Shows a value in the place of the one before. What it says of itself is asked for now, on this thread. */
        public void show(Object value) {
            HERE.show(this, value);
        }
    }

    /** A cell begins. @param mayDraw whether what it prints stands alone on the user's terminal */
    static void begin(RenderLimits cell, boolean mayDraw) {
        HERE.start(cell, mayDraw && Boolean.getBoolean(TERMINAL_PROPERTY) && canMoveCursor());
    }

    /** The code of a cell has ended: the last values are printed. Main thread. */
    static void end() {
        HERE.finish();
    }

    private static boolean canMoveCursor() {
        String term = System.getenv("TERM");
        return term != null && !term.isEmpty() && !term.equals("dumb");
    }

    private synchronized void start(RenderLimits cell, boolean draws) {
        limits = cell;
        running = true;
        drawn = draws;
    }

    private void show(Shown place, Object value) {
        String text = value instanceof CharSequence plain
                ? plain.toString()
                : Renderer.render(value, limits()).text(); // user code: not with the lock
        if (!set(place, text)) {
            LiveArea.println(text);
        }
    }

    private synchronized RenderLimits limits() {
        return limits;
    }

    /** Returns whether a cell runs that will see to it. */
    private synchronized boolean set(Shown place, String text) {
        place.text = text;
        if (!running) {
            return false;
        }
        if (!shown.contains(place)) {
            shown.add(place);
        }
        changed = true;
        if (drawn && drawer == null) {
            drawer = Thread.ofVirtual().name("engine-display").start(this::draw);
        }
        notifyAll();
        return true;
    }

    /** Draws what is new, not more often than eyes can follow, until the cell's end. */
    private synchronized void draw() {
        try {
            while (isDrawer()) {
                if (changed) {
                    changed = false;
                    LiveArea.here().show(lines());
                    pause();
                } else {
                    wait();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDrawer() {
        return drawer == Thread.currentThread();
    }

    private void pause() throws InterruptedException {
        long end = System.nanoTime() + PAUSE_NANOS;
        for (long left = PAUSE_NANOS; isDrawer() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private synchronized void finish() {
        running = false;
        drawer = null;
        if (!shown.isEmpty()) {
            if (drawn) {
                LiveArea.here().show(List.of());
            }
            shown.forEach(place -> LiveArea.println(place.text));
            shown.clear();
            changed = false;
            notifyAll();
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Shown place : shown) {
            place.text.lines().map(line -> cut(line, limits.width() - 1)).forEach(lines::add);
        }
        return lines.size() <= MOST_LINES
                ? lines
                : lines.subList(lines.size() - MOST_LINES, lines.size()); // the end of a growing text
    }

    /** So that no line is wrapped: then nobody knew how many are to be erased. Far Eastern signs are two columns wide. */
    private static String cut(String line, int columns) {
        int used = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            used += line.codePointAt(i) >= 0x1100 ? 2 : 1;
            if (used > columns) {
                return line.substring(0, i);
            }
        }
        return line;
    }
}
