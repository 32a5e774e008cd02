package dev.tutti.kernel.controller;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs the controller's state machine on the thread {@code controller-1}: takes events, has decisions made, has them
 * carried out. Any thread may post. Sleeps without a timer while nothing has to be watched.
 */
final class EventLoop {

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
        for (Instruction instruction : state.handle(event, clock.instant())) {
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

    /** All that has been posted up to now, then the alarms: an answer that waits comes before its alarm. */
    private synchronized void runWaiting() {
        int waiting = tasks.size();
        for (int i = 0; i < waiting; i++) {
            Runnable task = tasks.poll();
            if (task != null) {
                run(task);
            }
        }
        Instant now = clock.instant();
        if (state.nextAlarm().filter(alarm -> !alarm.isAfter(now)).isPresent()) {
            handle(new Event.TimePassed());
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.getLogger(EventLoop.class.getName()).log(Level.ERROR, "The controller could not handle an event", e);
        }
    }
}
