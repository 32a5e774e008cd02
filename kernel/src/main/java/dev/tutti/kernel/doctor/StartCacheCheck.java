package dev.tutti.kernel.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The AOT caches, which make JVMs start quickly. A JVM leaves out a cache that does not fit and says nothing, so one more is
 * started with the same arguments, which is to fail then. Takes some 0.1 s.
 */
public final class StartCacheCheck {

    private static final String CACHE = "-XX:AOTCache=";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private StartCacheCheck() {}

    /**
     * Looks at the cache of one process.
     *
     * @param subject what kind of process it is
     * @param java the program {@code java}
     * @param arguments the arguments of the process, those of its JVM among them
     * @param wanted whether there is to be a cache at all
     */
    public static Finding of(String subject, Path java, List<String> arguments, boolean wanted)
            throws InterruptedException {
        Optional<Path> cache = arguments.stream()
                .filter(argument -> argument.startsWith(CACHE))
                .map(argument -> Path.of(argument.substring(CACHE.length())))
                .findFirst();
        if (cache.isEmpty() && !wanted) {
            return new Finding.Good(subject, "without an AOT cache, as TUTTI_AOT=off wants it");
        }
        if (cache.isEmpty()) {
            return new Finding.Problem(
                    subject,
                    "It was started without an AOT cache, so starts take longer than need be.",
                    "Start by scripts/tutti: it makes the caches; if it cannot, it names a log.");
        }
        Path file = cache.get();
        if (!Files.isReadable(file)) {
            return useless(subject, "The AOT cache " + file + " is not there any more.");
        }
        try {
            Process trial = new ProcessBuilder(command(java, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            trial.getOutputStream().close();
            boolean ended = trial.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            trial.destroyForcibly();
            return ended && trial.exitValue() == 0
                    ? new Finding.Good(subject, "the AOT cache " + file + " fits")
                    : useless(subject, "The AOT cache " + file + " does not fit this JDK and these jars.");
        } catch (IOException e) {
            return useless(subject, "A JVM cannot be started to try the AOT cache: " + e.getMessage() + ".");
        }
    }

    private static Finding useless(String subject, String what) {
        return new Finding.Problem(subject, what, "Delete it; the next start by scripts/tutti makes a new one.");
    }

    /** The JVM's own arguments are those up to its class path. */
    private static List<String> command(Path java, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        int first = firstOption(arguments);
        int path = Math.max(arguments.indexOf("-cp"), arguments.indexOf("-classpath"));
        command.addAll(arguments.subList(first, path < 0 ? arguments.size() : Math.min(path + 2, arguments.size())));
        command.add("-XX:AOTMode=on");
        command.add("-version");
        return command;
    }

    /** An engine's process is begun by a shell, whose words may come first. */
    private static int firstOption(List<String> arguments) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            if (arguments.get(i).endsWith("/bin/java")) {
                return i + 1;
            }
        }
        return 0;
    }
}
