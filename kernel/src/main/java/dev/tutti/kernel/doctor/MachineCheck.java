package dev.tutti.kernel.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the machine has to offer. */
public final class MachineCheck {

    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_DISC_MEGABYTES = 200;
    private static final int MOST_ENGINES_PER_CORE = 2;

    /** A JVM takes about so much beside its heap. */
    private static final long BESIDE_HEAP_MEGABYTES = 64;

    private MachineCheck() {}

    /** @param engines how many there are, local with them */
    public static Finding cores(int cores, int engines) {
        String fact =
                cores + (cores == 1 ? " core" : " cores") + " for " + engines + (engines == 1 ? " engine" : " engines");
        return engines <= 1 + MOST_ENGINES_PER_CORE * cores
                ? new Finding.Good("cores", fact)
                : new Finding.Problem(
                        "cores",
                        "There are " + fact + ": they wait for each other.",
                        "Start with -n " + cores + ", or end some with %engines stop.");
    }

    /**
     * Looks at memory.
     *
     * @param bytes what the machine has
     * @param heapBytes what the heaps of all engines together may grow to
     * @param engines how many there are
     */
    public static Finding memory(long bytes, long heapBytes, int engines) {
        long wanted = heapBytes / MEGABYTE + engines * BESIDE_HEAP_MEGABYTES;
        String fact = bytes / MEGABYTE + " MB, of which engines may take " + wanted;
        return wanted <= bytes / MEGABYTE
                ? new Finding.Good("memory", fact)
                : new Finding.Problem(
                        "memory",
                        "There are " + fact + " MB: the system may end some when they do.",
                        "Start fewer engines (-n), or give them less: --engine-jvm-args=-Xmx256m.");
    }

    /** @param what is kept there @param folder it, or where it will be made */
    public static Finding disc(String what, Path folder) {
        Path there = folder.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace() / MEGABYTE;
            if (!Files.isWritable(there)) {
                return new Finding.Problem(
                        "disc", there + ", for " + what + ", cannot be written.", "Make it yours, or set another one.");
            }
            return free >= LEAST_DISC_MEGABYTES
                    ? new Finding.Good("disc", free + " MB free for " + what + " (" + folder + ")")
                    : new Finding.Problem(
                            "disc",
                            "Only " + free + " MB are free for " + what + " (" + folder + ").",
                            "Make room there, or writing will fail soon.");
        } catch (IOException e) {
            return new Finding.Problem("disc", folder + " cannot be looked at: " + e + ".", "Make it readable.");
        }
    }

    /** @param built when Tutti was built, which is past */
    public static Finding clock(Instant now, Instant built) {
        return now.plus(Duration.ofDays(1)).isAfter(built)
                ? new Finding.Good("clock", now.toString())
                : new Finding.Problem(
                        "clock",
                        "The clock says " + now + ", but this Tutti was built at " + built + ".",
                        "Set the clock: certificates of repositories and times in the history depend on it.");
    }
}
