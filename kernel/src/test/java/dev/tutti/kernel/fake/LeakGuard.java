package dev.tutti.kernel.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class that leaves threads, child processes or folders behind. */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Set<Long> threadsBefore = Set.of();
    private Set<Path> foldersBefore = Set.of();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        threadsBefore = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::threadId)
                .collect(Collectors.toSet());
        foldersBefore = folders();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (Thread thread : ours()) {
            thread.join(PATIENCE);
        }
        Assertions.assertThat(ours()).as("threads left behind").isEmpty();
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            Assertions.assertThat(child.onExit())
                    .as("process left behind: %s", child.info())
                    .succeedsWithin(PATIENCE);
        }
        Assertions.assertThat(folders()).as("folders left behind").isSubsetOf(foldersBefore);
    }

    private List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !threadsBefore.contains(thread.threadId()))
                .filter(thread -> Stream.of("controller-", "engine-", "fake-").anyMatch(thread.getName()::startsWith))
                .toList();
    }

    /** The folders of sockets and of large values. */
    private static Set<Path> folders() throws IOException {
        String temporary = System.getProperty("java.io.tmpdir");
        String pid = Long.toString(ProcessHandle.current().pid());
        List<Path> places = Stream.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", temporary), temporary, "/dev/shm")
                .distinct()
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
        Set<Path> ours = new HashSet<>();
        for (Path place : places) {
            try (Stream<Path> entries = Files.list(place)) {
                entries.filter(entry -> entry.getFileName().toString().matches("tutti-(spool-)?" + pid + "-.*"))
                        .forEach(ours::add);
            }
        }
        return ours;
    }
}
