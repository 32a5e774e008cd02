package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.debug.DebugEvent;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.view.RunListener;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** What the debugged code, the debugger and the user do, in the order in which the cell's thread is to learn it. */
final class DebugHappenings implements RunListener {

    /** Something that has happened. */
    sealed interface Happening {

        /** The debugger tells something. */
        record Told(DebugEvent event) implements Happening {}

        /** The code has written something. */
        record Written(StreamKind kind, String text) implements Happening {}

        /** The step has ended. */
        record Ended(Optional<StepReport> report) implements Happening {}

        /** Ctrl-C. */
        record Interrupted() implements Happening {}
    }

    private final BlockingQueue<Happening> queue = new LinkedBlockingQueue<>();
    private Optional<Runnable> question = Optional.empty();

    Happening next() throws InterruptedException {
        return queue.take();
    }

    void told(DebugEvent event) {
        queue.add(new Happening.Told(event));
    }

    void ended(Optional<StepReport> report) {
        queue.add(new Happening.Ended(report));
    }

    synchronized void interrupt() {
        queue.add(new Happening.Interrupted());
        question.ifPresent(Runnable::run);
    }

    /** The cell's thread waits for an answer of the debugged process. @param giveUp what ends that */
    synchronized void asking(Runnable giveUp) {
        question = Optional.of(giveUp);
    }

    /** It waits no more. */
    synchronized void asked() {
        question = Optional.empty();
    }

    /** Whether there is nothing more to ask: by a Ctrl-C, or because the debugged process has ended. */
    boolean isOver() {
        return queue.stream().anyMatch(happening -> switch (happening) {
            case Happening.Interrupted(), Happening.Ended _, Happening.Told(DebugEvent.Gone()) -> true;
            case Happening.Told(DebugEvent.Stopped _), Happening.Written _ -> false;
        });
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        queue.add(new Happening.Written(kind, text));
    }

    @Override
    public void idle() {}

    @Override
    public void note(String sentence) {}

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}
}
