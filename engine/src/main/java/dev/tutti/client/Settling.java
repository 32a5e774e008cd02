package dev.tutti.client;

import dev.tutti.engine.execute.CellEnd;
import dev.tutti.engine.link.Link;
import dev.tutti.engine.wire.TaskMessage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A cell ends only when the controller knows of all that it has submitted. The end of a cell comes to the controller over
 * the engine's connection and tasks over the client's: without this, {@code %abort} in the next cell could overtake the
 * tasks that it is meant for. One question at the end of a cell that submits, some 0.1 ms. Any thread.
 */
final class Settling {

    /** A controller that is busier than that is not waited for. */
    private static final int PATIENCE_SECONDS = 1;

    private final Link link;
    private final Runnable atEnd = this::settle;
    private volatile boolean expected;

    Settling(Link link) {
        this.link = link;
    }

    /** Something has been sent. */
    void sent() {
        if (!expected) {
            expected = true;
            CellEnd.before(atEnd);
        }
    }

    /** The answer comes after all that was sent before the question. */
    private void settle() {
        expected = false;
        try {
            link.ask(new TaskMessage.AskLoads()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // The connection has ended, which whoever waits for a task is told; or the controller is very busy.
        }
    }
}
