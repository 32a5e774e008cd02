package dev.tutti.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The background jobs of this engine. Any thread. */
public final class BackgroundJobs {

    /** Code that gives nothing. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private static final Map<Integer, BackgroundJob<?>> JOBS = new ConcurrentSkipListMap<>();
    private static final AtomicInteger LAST = new AtomicInteger();

    private BackgroundJobs() {}

    /** Starts a job that gives a value. @param code what it runs, for people */
    public static <T> BackgroundJob<T> start(String code, Callable<T> work) {
        BackgroundJob<T> job = new BackgroundJob<>(LAST.incrementAndGet(), code, work);
        JOBS.put(job.number(), job);
        job.start();
        return job;
    }

    /** Starts a job that gives nothing. @param code what it runs, for people */
    public static BackgroundJob<Void> start(String code, Work work) {
        return start(code, () -> {
            work.run();
            return null;
        });
    }

    /** All that have not been forgotten, oldest first. */
    public static List<BackgroundJob<?>> all() {
        return new ArrayList<>(JOBS.values());
    }

    /** The job of a number. @throws IllegalArgumentException if there is none */
    public static BackgroundJob<?> job(int number) {
        BackgroundJob<?> job = JOBS.get(number);
        if (job == null) {
            throw new IllegalArgumentException("There is no job " + number + " here. %jobs lists all.");
        }
        return job;
    }

    /** Prints a table of all. */
    public static void print() {
        if (JOBS.isEmpty()) {
            System.out.println("There are no background jobs. %bg CODE starts one.");
        }
        for (BackgroundJob<?> job : all()) {
            String failure = job.state() == BackgroundJob.State.FAILED ? "  " + job.failure() : "";
            System.out.println(String.format(
                    Locale.ROOT,
                    "%3d  %-7s  %7.1f s  %s%s",
                    job.number(),
                    job.state().name().toLowerCase(Locale.ROOT),
                    job.time().toMillis() / 1e3,
                    job.code(),
                    failure));
        }
    }

    /** Stops one, and tells so. @throws IllegalArgumentException if there is none */
    public static void stop(int number) {
        boolean stopped = job(number).stop();
        System.out.println("Job " + number + (stopped ? " was told to stop." : " has ended already."));
    }

    /** Stops all that run, and tells how many. */
    public static void stopAll() {
        long stopped = all().stream().filter(BackgroundJob::stop).count();
        System.out.println(
                stopped == 0 ? "No job is running." : "Told to stop: " + stopped + (stopped == 1 ? " job." : " jobs."));
    }

    /** Forgets those that have ended. */
    public static void forgetEnded() {
        JOBS.values().removeIf(job -> job.state() != BackgroundJob.State.RUNNING);
    }
}
