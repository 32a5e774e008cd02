package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Diagnostic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the compiler would refuse in the text being typed, once typing has paused. It is asked after a short pause, for what
 * it has compiled by then Enter need not wait; nobody is told before a longer one. An answer that comes when the text is
 * another one already is dropped, so the marks never lag behind. Any thread.
 */
final class ErrorMarks {

    /** Longer texts are not compiled for their marks: that would take longer than a pause. */
    static final int LONGEST = 10_000;

    private final Executor pause;
    private final Executor longerPause;
    private final Function<String, CompletableFuture<List<Diagnostic>>> compiler;
    private final Runnable redraw;
    private String text = "";
    private List<Diagnostic> errors = List.of();

    /**
     * Marks that nothing has asked for yet.
     *
     * @param pause runs what it is given when nobody has typed for a moment, or simply a moment later
     * @param longerPause the same for the moment in which a mark would disturb
     * @param compiler what it would refuse
     * @param redraw called when there is something else to show
     */
    ErrorMarks(
            Executor pause,
            Executor longerPause,
            Function<String, CompletableFuture<List<Diagnostic>>> compiler,
            Runnable redraw) {
        this.pause = pause;
        this.longerPause = longerPause;
        this.compiler = compiler;
        this.redraw = redraw;
    }

    /** What is wrong with a text as far as is known; asks if it is a new one. */
    synchronized List<Diagnostic> of(String typed) {
        if (!typed.equals(text)) {
            text = typed;
            errors = List.of();
            if (!typed.isBlank() && typed.length() <= LONGEST) {
                pause.execute(() -> ask(typed));
            }
        }
        return errors;
    }

    /** Typing has ended. */
    synchronized void clear() {
        text = "";
        errors = List.of();
    }

    private void ask(String typed) {
        if (isCurrent(typed)) {
            CompletableFuture<Void> mayDisturb = CompletableFuture.runAsync(() -> {}, longerPause);
            compiler.apply(typed).thenAcceptBoth(mayDisturb, (found, _) -> take(typed, found));
        }
    }

    private void take(String typed, List<Diagnostic> found) {
        synchronized (this) {
            if (!typed.equals(text) || found.equals(errors)) {
                return;
            }
            errors = List.copyOf(found);
        }
        redraw.run();
    }

    private synchronized boolean isCurrent(String typed) {
        return typed.equals(text);
    }
}
