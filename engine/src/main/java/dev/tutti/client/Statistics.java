package dev.tutti.client;

import dev.tutti.engine.wire.EngineLoad;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What each engine has to do and has done, since it joined. The table is that of Parallel Python's {@code print_stats}.
 *
 * @param engines by number
 * @param unplaced balanced tasks that wait for an engine
 */
public record Statistics(List<Engine> engines, int unplaced) {

    /**
     * One engine.
     *
     * @param id its number
     * @param queued tasks that wait there
     * @param running tasks that run there
     * @param completed tasks that ended by success
     * @param failed tasks that ended otherwise
     * @param total the time that all ended ones took
     */
    public record Engine(int id, int queued, int running, long completed, long failed, Duration total) {

        /** How many tasks have ended there. */
        public long jobs() {
            return completed + failed;
        }

        /** The mean time of a task. */
        public Duration perJob() {
            return jobs() == 0 ? Duration.ZERO : total.dividedBy(jobs());
        }
    }

    public Statistics {
        engines = List.copyOf(engines);
    }

    static Statistics of(TaskMessage.Loads loads) {
        return new Statistics(loads.loads().stream().map(Statistics::engine).toList(), loads.unplaced());
    }

    private static Engine engine(EngineLoad load) {
        return new Engine(
                load.engine().number(),
                load.queued(),
                load.running(),
                load.completed(),
                load.failed(),
                Duration.ofNanos(load.wallNanos()));
    }

    /** How many tasks have ended on all engines. */
    public long jobs() {
        return engines.stream().mapToLong(Engine::jobs).sum();
    }

    /** A table for people. */
    @Override
    public String toString() {
        long all = Math.max(1, jobs());
        StringBuilder text =
                new StringBuilder("engine      jobs  share  total time  time a job  queued  running  failed");
        for (Engine engine : engines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%6d  %8d  %4.1f%%  %10s  %10s  %6d  %7d  %6d",
                    engine.id(),
                    engine.jobs(),
                    100.0 * engine.jobs() / all,
                    time(engine.total()),
                    time(engine.perJob()),
                    engine.queued(),
                    engine.running(),
                    engine.failed()));
        }
        if (unplaced > 0) {
            text.append(String.format(Locale.ROOT, "%n%,d tasks wait for an engine.", unplaced));
        }
        return text.toString();
    }

    private static String time(Duration time) {
        double nanos = time.toNanos();
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
