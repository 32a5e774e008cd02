package dev.tutti.kernel.launch;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.controller.AotCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line of an engine's JVM.
 *
 * @param engineJar the engine's jar, which is its agent too
 * @param aotCache its AOT cache, if there is one
 * @param jvmArguments the user's arguments; they come after ours, so that they win
 * @param socket where the engine connects
 */
record EngineCommand(Path engineJar, Optional<AotCache> aotCache, List<String> jvmArguments, Path socket) {

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * A terminal's Ctrl-C goes to all processes of the foreground group, but it is for the shell alone, which tells the
     * engines what to do. A JVM that starts with the signal ignored leaves it ignored.
     */
    private static final List<String> IGNORING_INTERRUPT = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final String MAIN = "dev.tutti.engine.EngineMain";

    /** Share of the memory that all engines together may take. */
    private static final double HEAPS = 0.6;

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_HEAP = 32;

    EngineCommand {
        jvmArguments = List.copyOf(jvmArguments);
    }

    /**
     * The command for one engine.
     *
     * @param engines how many there are besides local
     * @param further JVM arguments of its set; they come last, so that they win
     */
    List<String> words(EngineId engine, int engines, long memoryBytes, List<String> further) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            words.addAll(IGNORING_INTERRUPT);
        }
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+UseSerialGC");
        words.add("-Xms8m");
        words.add("-Xmx" + heapMegabytes(engine, engines, memoryBytes) + "m");
        words.add("-XX:-UsePerfData");
        words.add("-Djdk.reflect.useNativeAccessorOnly=true");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED");
        words.add("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED"); // ClusterExecutor takes futures apart
        if (Stream.concat(jvmArguments.stream(), further.stream()).noneMatch(EngineCommand::excludesAotCache)) {
            aotCache.ifPresent(cache -> addAotCache(words, cache, engine));
        }
        words.add("-javaagent:" + engineJar);
        words.addAll(jvmArguments);
        words.addAll(further);
        words.add("-cp");
        words.add(engineJar.toString());
        words.add(MAIN);
        words.add("--connect");
        words.add(socket.toString());
        return words;
    }

    private static void addAotCache(List<String> words, AotCache cache, EngineId engine) {
        words.add("-Xlog:aot=off"); // a cache that does not fit is left out, and nobody need read why
        words.add("-Xlog:cds=off");
        // Relocating the cache would copy it for each engine; replaying its profiles costs more CPU than it saves.
        words.add("-XX:+UnlockDiagnosticVMOptions");
        words.add("-XX:ArchiveRelocationMode=0");
        words.add("-XX:-AOTReplayTraining");
        if (!cache.training()) {
            words.add("-XX:AOTCache=" + cache.file());
        } else if (engine.isLocal()) {
            words.add("-XX:AOTMode=record");
            words.add("-XX:AOTConfiguration=" + cache.file());
        }
    }

    /** The local engine comes first, when it is not known yet how many others follow: usually one per core. */
    private static long heapMegabytes(EngineId engine, int engines, long memoryBytes) {
        int others = engine.isLocal() ? Math.max(engines, Runtime.getRuntime().availableProcessors()) : engines;
        return Math.max(LEAST_HEAP, (long) (memoryBytes * HEAPS / (others + 1)) / MEGABYTE);
    }

    /** The JVM refuses to start with these beside an AOT cache. */
    private static boolean excludesAotCache(String argument) {
        return argument.startsWith("-Xshare:")
                || argument.startsWith("-XX:SharedArchiveFile=")
                || argument.startsWith("-XX:AOT");
    }
}
