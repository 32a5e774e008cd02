package dev.tutti.bench;

import dev.tutti.client.AsyncResult;
import dev.tutti.client.Call;
import dev.tutti.client.Cluster;
import dev.tutti.client.DirectView;
import dev.tutti.client.LoadBalancedView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tasks of a plain program at a cluster of true processes: this program, the controller, the engines. Needs
 * {@code TUTTI_HOME}; argument {@code --quick}: smaller numbers.
 */
public final class TaskBench {

    private static final int INTS = 10_000_000;
    private static final double GIGA = 1e9;

    private final boolean quick;

    private TaskBench(boolean quick) {
        this.quick = quick;
    }

    public static void main(String[] arguments) throws Exception {
        TaskBench bench = new TaskBench(List.of(arguments).contains("--quick"));
        try (Cluster cluster = Cluster.launch(1)) {
            bench.roundTrip(cluster);
        }
        try (Cluster cluster = Cluster.launch(2)) {
            bench.balanced(cluster);
            bench.map(cluster);
            bench.transfer(cluster, 10_000_000);
            if (!bench.quick) {
                bench.transfer(cluster, 50_000_000);
            }
            print("task.controller.memory", controllerMegabytes("VmHWM"), "MB", 1);
        }
        try (Cluster cluster = Cluster.launch(2)) {
            bench.queue(cluster);
        }
        try (Cluster cluster = Cluster.launch(bench.quick ? 8 : 32)) {
            bench.broadcast(cluster);
        }
    }

    private void roundTrip(Cluster cluster) throws Exception {
        var engine = cluster.engine(0);
        Call<Integer> nothing = () -> 0;
        micros("task.round_trip", 20_000, quick ? 2_000 : 10_000, () -> engine.apply(nothing));
    }

    private void balanced(Cluster cluster) throws Exception {
        LoadBalancedView view = cluster.balanced();
        int tasks = 50_000;
        double[] perSecond = new double[quick ? 5 : 15];
        for (int round = -5; round < perSecond.length; round++) {
            long start = System.nanoTime();
            List<AsyncResult<Integer>> results = new ArrayList<>(tasks);
            for (int i = 0; i < tasks; i++) {
                int k = i;
                results.add(view.submit(() -> k));
            }
            long sum = 0;
            for (AsyncResult<Integer> result : results) {
                sum += result.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            check(sum == (long) tasks * (tasks - 1) / 2);
            if (round >= 0) {
                perSecond[round] = tasks / seconds;
            }
        }
        print("task.balanced", median(perSecond), "tasks/s", perSecond.length);
    }

    /** A function that costs some, so that there is something to share; beside it the same on all cores of this program. */
    private void map(Cluster cluster) throws Exception {
        LoadBalancedView view = cluster.balanced();
        int[] elements = IntStream.range(0, INTS).toArray();
        millis(
                "task.map.10M",
                3,
                quick ? 5 : 11,
                () -> check(view.map(elements, TaskBench::mixed).get().length == INTS));
        millis(
                "task.map.10M.parallel_stream",
                3,
                quick ? 5 : 11,
                () -> check(
                        Arrays.stream(elements).parallel().map(TaskBench::mixed).toArray().length == INTS));
        millis(
                "task.map.10M.transfer",
                3,
                quick ? 5 : 11,
                () -> check(view.map(elements, i -> i).get().length == INTS));
    }

    private static int mixed(int seed) {
        int x = seed;
        for (int i = 0; i < 50; i++) {
            x = x * 1_664_525 + 1_013_904_223;
            x ^= x >>> 13;
        }
        return x;
    }

    /** Gigabytes a second of all engines together: what each receives or sends, summed. */
    private void transfer(Cluster cluster, int length) throws Exception {
        DirectView view = cluster.view();
        double[] values = new double[length];
        Arrays.setAll(values, i -> i);
        String size = length * 8L / 1_000_000 + "MB";
        int rounds = quick ? 5 : 9;
        double bytes = length * 8.0;
        int engines = view.size();
        gigabytes("task.push." + size, rounds, bytes * engines, () -> view.put("values", values));
        gigabytes(
                "task.pull." + size,
                rounds,
                bytes * engines,
                () -> check(view.<double[]>get("values").getLast().length == length));
        gigabytes("task.scatter." + size, rounds, bytes, () -> view.scatter("block", values));
        gigabytes("task.gather." + size, rounds, bytes, () -> check(view.<double[]>gather("block").length == length));
    }

    /** A million tasks queued behind one that holds each engine. */
    private void queue(Cluster cluster) throws Exception {
        int tasks = quick ? 100_000 : 1_000_000;
        LoadBalancedView view = cluster.balanced();
        String name = quick ? "100k" : "1M";
        double before = controllerMegabytes("VmRSS");
        Runtime.getRuntime().gc();
        long start = System.nanoTime();
        AsyncResult<Integer> first = view.submit(TaskBench::waitSome);
        AsyncResult<Integer> second = view.submit(TaskBench::waitSome);
        List<AsyncResult<Integer>> results = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int k = i;
            results.add(view.submit(() -> k));
        }
        print("task.queue." + name + ".submit", tasks / ((System.nanoTime() - start) / 1e9), "tasks/s", 1);
        check(!first.isDone() && !second.isDone());
        print("task.queue." + name + ".controller", controllerMegabytes("VmHWM"), "MB", 1);
        print("task.queue." + name + ".controller.grown", controllerMegabytes("VmHWM") - before, "MB", 1);
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        print("task.queue." + name + ".client", (runtime.totalMemory() - runtime.freeMemory()) / 1e6, "MB", 1);
        long sum = 0;
        for (AsyncResult<Integer> result : results) {
            sum += result.get();
        }
        check(sum == (long) tasks * (tasks - 1) / 2);
        print("task.queue." + name + ".all", tasks / ((System.nanoTime() - start) / 1e9), "tasks/s", 1);
    }

    private static int waitSome() throws InterruptedException {
        new java.util.concurrent.CountDownLatch(1).await(8, java.util.concurrent.TimeUnit.SECONDS);
        return 0;
    }

    private void broadcast(Cluster cluster) throws Exception {
        DirectView view = cluster.view();
        int engines = view.size();
        Call<Integer> nothing = () -> 0;
        millis(
                "task.apply." + engines,
                300,
                quick ? 100 : 300,
                () -> check(view.apply(nothing).size() == engines));
    }

    private interface Measured {
        void run() throws Exception;
    }

    private static double[] seconds(int warmUp, int count, Measured measured) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            measured.run();
        }
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            measured.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    private static void micros(String metric, int warmUp, int count, Measured measured) throws Exception {
        print(metric, median(seconds(warmUp, count, measured)) * 1e6, "us", count);
    }

    private static void millis(String metric, int warmUp, int count, Measured measured) throws Exception {
        print(metric, median(seconds(warmUp, count, measured)) * 1e3, "ms", count);
    }

    private static void gigabytes(String metric, int count, double bytes, Measured measured) throws Exception {
        print(metric, bytes / GIGA / median(seconds(3, count, measured)), "GB/s", count);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String metric, double value, String unit, int count) {
        System.out.printf(Locale.ROOT, "%s %.3f %s %d%n", metric, value, unit, count);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new IllegalStateException("The result is wrong.");
        }
    }

    /** A figure of the controller's process: the youngest JVM below this one that is not an engine. */
    private static double controllerMegabytes(String figure) throws IOException {
        long controller = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("TuttiMain"))
                .mapToLong(ProcessHandle::pid)
                .max()
                .orElseThrow();
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(controller), "status"))) {
            return lines.filter(line -> line.startsWith(figure + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        }
    }
}
