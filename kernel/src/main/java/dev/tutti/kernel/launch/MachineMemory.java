package dev.tutti.kernel.launch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much memory there is to share out. Read from Linux's files where there are any: the JDK's management beans cost
 * tens of milliseconds at the start.
 */
public final class MachineMemory {

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Path CONTAINER_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final String TOTAL = "MemTotal:";

    private MachineMemory() {}

    /** What all processes together may take. */
    public static long totalBytes() {
        try {
            Optional<Long> machine = total();
            if (machine.isPresent()) {
                return Math.min(machine.get(), containerLimit().orElse(Long.MAX_VALUE));
            }
        } catch (IOException | NumberFormatException _) {
            // another kernel, another format: the management bean knows
        }
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    private static Optional<Long> total() throws IOException {
        if (!Files.isReadable(MEMINFO)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(MEMINFO)) {
            return lines.filter(line -> line.startsWith(TOTAL))
                    .map(line ->
                            line.substring(TOTAL.length()).replace("kB", "").strip())
                    .map(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .findFirst();
        }
    }

    private static Optional<Long> containerLimit() throws IOException {
        if (!Files.isReadable(CONTAINER_LIMIT)) {
            return Optional.empty();
        }
        String limit = Files.readString(CONTAINER_LIMIT).strip();
        return limit.equals("max") ? Optional.empty() : Optional.of(Long.parseLong(limit));
    }
}
