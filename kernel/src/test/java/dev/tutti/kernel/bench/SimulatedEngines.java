package dev.tutti.kernel.bench;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.Dispatch;
import dev.tutti.kernel.controller.LaunchId;
import dev.tutti.kernel.controller.Launcher;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.transport.UnixSocketWire;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long a broadcast takes, from the call to the last reply taken, for 1 to 10,000 simulated engines in another
 * process. Prints lines {@code metric value unit n}, where n is the number of measured broadcasts; the value is their
 * median. Arguments: the numbers of engines (default 1 8 32 1000 10000).
 *
 * <p>Each engine takes a file descriptor on either side: 10,000 need {@code ulimit -n 11000}.
 */
public final class SimulatedEngines {

    private static final List<Integer> DEFAULT = List.of(1, 8, 32, 1_000, 10_000);
    private static final int LARGE = 1_000;
    private static final int SMALL_BODY = 100;
    private static final int LARGE_BODY = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SimulatedEngines() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> counts = arguments.length == 0
                ? DEFAULT
                : Arrays.stream(arguments).map(Integer::valueOf).toList();
        for (int count : counts) {
            measure(count);
        }
    }

    private static void measure(int count) throws Exception {
        boolean large = count >= LARGE;
        UnixSocketWire wire = UnixSocketWire.bind();
        ControllerConfig config = new ControllerConfig(
                Path.of("none"),
                Optional.empty(),
                List.of(),
                PATIENCE,
                (_, _) -> Optional.empty(),
                _ -> new byte[0],
                SessionServices.NONE,
                new News());
        try (Controller controller =
                Controller.open(config, wire, new OneProcess(wire.socket(), large ? LARGE_BODY : 0))) {
            long start = System.nanoTime();
            Set<EngineId> engines = new TreeSet<>(controller.start(count).get());
            print("simulated.join." + count, System.nanoTime() - start, 1);
            Message.Execute cell = cell(large ? LARGE_BODY : SMALL_BODY);
            int rounds = large ? 30 : 3000;
            long[] nanos = new long[rounds];
            for (int round = -rounds; round < rounds; round++) {
                long took = broadcast(controller, engines, cell);
                if (round >= 0) {
                    nanos[round] = took;
                }
            }
            Arrays.sort(nanos);
            print("simulated.broadcast." + count, nanos[rounds / 2], rounds);
            print("simulated.broadcast." + count + ".p95", nanos[rounds * 95 / 100], rounds);
        }
    }

    private static long broadcast(Controller controller, Set<EngineId> engines, Message.Execute cell)
            throws InterruptedException {
        long start = System.nanoTime();
        Dispatch dispatch = controller.execute(engines, cell);
        while (!dispatch.ended()) {
            dispatch.next(PATIENCE).orElseThrow();
        }
        return System.nanoTime() - start;
    }

    private static Message.Execute cell(int bytes) {
        return new Message.Execute(
                new SessionId(1),
                new CellNumber(1),
                List.of(),
                List.of(new ClassFile("REPL.$JShell$1", new byte[bytes])),
                List.of(),
                List.of(new EntryPoint("REPL.$JShell$1", "do_it$", List.of(), true)),
                true,
                RenderLimits.DEFAULT);
    }

    private static void print(String metric, long nanos, int rounds) {
        System.out.printf("%s %.3f ms %d%n", metric, nanos / 1e6, rounds);
    }

    /** Engines are connections of one process, {@link SimulatedPeers}. */
    private static final class OneProcess implements Launcher {

        private final Process process;
        private final PrintWriter tokens;

        OneProcess(Path socket, int valueCharacters) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SimulatedPeers.class.getName(),
                            socket.toString(),
                            Integer.toString(valueCharacters))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            tokens = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        @Override
        public void launch(
                LaunchId launch, EngineId engine, String token, int engines, EngineSettings settings, Watcher watcher) {
            tokens.println(token);
        }

        @Override
        public void kill(LaunchId launch) {
            process.destroyForcibly();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
