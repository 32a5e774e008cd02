package dev.tutti.kernel.controller;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs the controller's state machine on the thread {@code controller-1}: takes events, has decisions made, has them
 * carried out. Any thread may post. Sleeps without a timer while nothing has to be watched.
 */
final class EventLoop {

    /** So many events at most are handled before what follows from them: engines must not wait for work for long. */
    private static final int TURN = 64;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final ControllerState state;
    private final InstantSource clock;
    private final Thread thread;
    private Carrier carrier;
    private volatile boolean ended;

    EventLoop(ControllerState state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("controller-1").daemon().unstarted(this::run);
    }

    void start(Carrier carrier) {
        this.carrier = carrier;
        thread.start();
    }

    void post(Event event) {
        submit(() -> handle(event));
    }

    /** Runs the task on the controller's thread; after the end, on the caller's, so that calls are still answered. */
    void submit(Runnable task) {
        tasks.add(task);
        if (ended) {
            runWaiting();
        }
    }

    /** Has the event decided and carried out. Within tasks only. */
    void handle(Event event) {
        carryOut(state.handle(event, clock.instant()));
    }

    private void carryOut(List<Instruction> instructions) {
        for (Instruction instruction : instructions) {
            try {
                carrier.carryOut(instruction);
            } catch (RuntimeException e) {
                System.getLogger(EventLoop.class.getName())
                        .log(Level.ERROR, "The controller could not carry out " + instruction, e);
            }
        }
    }

    /** Ends the thread once what waits has been handled, and waits for that; not for itself, if it is the caller. */
    void end() {
        ended = true;
        thread.interrupt();
        boolean interrupted = false;
        while (Thread.currentThread() != thread && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended) {
            try {
                Runnable task = await();
                synchronized (this) {
                    run(task);
                }
            } catch (InterruptedException e) {
                if (!ended) {
                    System.getLogger(EventLoop.class.getName())
                            .log(Level.WARNING, "The controller's thread was interrupted and goes on", e);
                }
            }
            runWaiting();
        }
        runWaiting();
    }

    private Runnable await() throws InterruptedException {
        Optional<Instant> alarm = state.nextAlarm();
        if (alarm.isEmpty()) {
            return tasks.take();
        }
        long nanos = Duration.between(clock.instant(), alarm.get()).toNanos();
        Runnable task = nanos <= 0 ? tasks.poll() : tasks.poll(nanos, TimeUnit.NANOSECONDS);
        return task == null ? () -> {} : task;
    }

    /**
     * What has been posted up to now, what follows from all of it, then the alarms: an answer that waits comes before its
     * alarm.
     */
    private synchronized void runWaiting() {
        int waiting = tasks.size();
        for (int i = 1; i <= waiting; i++) {
            Runnable task = tasks.poll();
            if (task != null) {
                run(task);
            }
            if (i % TURN == 0) {
                run(this::settle);
            }
        }
        run(this::settle);
        Instant now = clock.instant();
        if (state.nextAlarm().filter(alarm -> !alarm.isAfter(now)).isPresent()) {
            run(() -> handle(new Event.TimePassed()));
            run(this::settle);
        }
    }

    private void settle() {
        carryOut(state.settle(clock.instant()));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.getLogger(EventLoop.class.getName()).log(Level.ERROR, "The controller could not handle an event", e);
        }
    }
}
