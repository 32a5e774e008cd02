package dev.tutti.shell.line;

import dev.tutti.kernel.compile.Documentation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks what the chosen item of a menu is, without anybody waiting for it: the answer is drawn when it is there, and
 * dropped if another item is chosen by then. Any thread.
 */
final class ChosenItem {

    private final Assistance assistance;
    private final Runnable redraw;
    private int choice;
    private Optional<ItemHelp> help = Optional.empty();

    /**
     * None is chosen yet.
     *
     * @param redraw called when there is something to show
     */
    ChosenItem(Assistance assistance, Runnable redraw) {
        this.assistance = assistance;
        this.redraw = redraw;
    }

    /** Another item is chosen, of which nothing can be known. */
    synchronized void forget() {
        choice++;
        help = Optional.empty();
    }

    /** Another item is chosen, which stands before the cursor in a text. @return done when the answer has been taken */
    CompletableFuture<Void> ask(String text, int cursor) {
        forget();
        int asked = choice();
        Duration deadline = assistance.deadline();
        return assistance
                .ask(kernel -> kernel.documentation(text, cursor, true, deadline))
                .thenAccept(known -> take(asked, known));
    }

    /** What is known by now of the item that is chosen. */
    synchronized Optional<ItemHelp> help() {
        return help;
    }

    private synchronized int choice() {
        return choice;
    }

    private void take(int asked, List<Documentation> known) {
        synchronized (this) {
            if (asked != choice || known.isEmpty()) {
                return;
            }
            help = Optional.of(new ItemHelp(known));
        }
        redraw.run();
    }
}
