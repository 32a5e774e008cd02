package dev.tutti.kernel.bench;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.controller.AotCache;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.ControllerConfig;
import dev.tutti.kernel.controller.Dispatch;
import dev.tutti.kernel.controller.DispatchEvent;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.controller.SessionServices;
import dev.tutti.kernel.fake.News;
import dev.tutti.kernel.launch.LocalCluster;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * True engine processes under a controller in this process: how long until they are ready, what memory an idle one
 * takes, how long a broadcast of a call takes that does nothing, from the call to the last reply taken. The engines' jar
 * and cache come in the properties {@code tutti.engine.jar} and {@code tutti.engine.aot}; arguments: the numbers of
 * engines (default 1 4 8 32).
 */
public final class EngineBench {

    private static final String WRAPPER = "REPL.Nothing";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private EngineBench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> counts = arguments.length == 0 ? List.of("1", "4", "8", "32") : List.of(arguments);
        for (String count : counts) {
            measure(Integer.parseInt(count));
        }
    }

    private static void measure(int count) throws Exception {
        int rounds = count > 8 ? 3 : 7;
        double[] ready = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            try (Controller controller = LocalCluster.open(config(), LocalCluster.defaultConnectionFile())) {
                Set<EngineId> engines = new TreeSet<>(controller.start(count).get());
                ready[round] = (System.nanoTime() - start) / 1e6;
                if (round == rounds - 1) {
                    Row.median("engines.ready." + count, "ms", ready).print();
                    memory(controller, count);
                    broadcast(controller, engines);
                }
            }
        }
    }

    /** Proportional set size: pages shared by k processes count one k-th for each. */
    private static void memory(Controller controller, int count) throws IOException {
        double[] megabytes = controller.roster().stream()
                .filter(EngineStatus::live)
                .mapToDouble(engine -> pssKilobytes(engine.pid()) / 1024.0)
                .toArray();
        Row.median("engine.pss." + count, "MB", megabytes).print();
    }

    private static long pssKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException _) {
            return 0; // not Linux
        }
    }

    private static void broadcast(Controller controller, Set<EngineId> engines) throws Exception {
        run(controller, engines, cell(engines, List.of(new ClassFile(WRAPPER, nothing()))));
        Message.Execute again = cell(engines, List.of());
        int rounds = Math.max(300, 3000 / engines.size());
        Row.time("broadcast.noop." + engines.size(), rounds, rounds, () -> run(controller, engines, again));
    }

    private static void run(Controller controller, Set<EngineId> engines, Message.Execute cell)
            throws InterruptedException {
        Dispatch dispatch = controller.execute(engines, cell);
        while (!dispatch.ended()) {
            dispatch.next(PATIENCE).ifPresent(event -> {
                if (!(event instanceof DispatchEvent.Finished)) {
                    throw new IllegalStateException("An engine did not run the call: " + event);
                }
            });
        }
    }

    private static Message.Execute cell(Set<EngineId> engines, List<ClassFile> classes) {
        return new Message.Execute(
                new SessionId(1),
                new CellNumber(1),
                List.copyOf(engines),
                classes,
                List.of(),
                List.of(new EntryPoint(WRAPPER, "do_it$", List.of(), true)),
                true,
                RenderLimits.DEFAULT);
    }

    /** A wrapper class whose entry point gives null. */
    private static byte[] nothing() {
        return java.lang.classfile.ClassFile.of()
                .build(
                        ClassDesc.of(WRAPPER),
                        builder -> builder.withFlags(java.lang.classfile.ClassFile.ACC_PUBLIC)
                                .withMethodBody(
                                        "do_it$",
                                        MethodTypeDesc.of(ConstantDescs.CD_Object),
                                        java.lang.classfile.ClassFile.ACC_PUBLIC
                                                | java.lang.classfile.ClassFile.ACC_STATIC,
                                        code -> code.aconst_null().areturn()));
    }

    private static ControllerConfig config() {
        return new ControllerConfig(
                Path.of(System.getProperty("tutti.engine.jar")),
                Optional.ofNullable(System.getProperty("tutti.engine.aot"))
                        .map(file -> new AotCache(Path.of(file), false)),
                List.of(),
                PATIENCE,
                (_, _) -> Optional.empty(),
                _ -> new byte[0],
                SessionServices.NONE,
                new News());
    }
}
