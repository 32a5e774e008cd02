package dev.tutti.kernel.attach;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A JVM of the user's on this machine, as the JDK's list of them has it: one that hides its performance data is not
 * there, but can be attached to all the same.
 *
 * @param pid its process id
 * @param started when it was started; empty if nobody knows
 * @param program its main class or jar, with arguments; empty if it tells none
 */
public record RunningJvm(long pid, Optional<Instant> started, String program) {

    public RunningJvm {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(program, "program");
    }

    /** All but this one, the oldest first. */
    public static List<RunningJvm> all() {
        long own = ProcessHandle.current().pid();
        return VirtualMachine.list().stream()
                .filter(jvm -> jvm.id().matches("\\d+"))
                .map(RunningJvm::of)
                .filter(jvm -> jvm.pid() != own)
                .sorted(Comparator.comparing((RunningJvm jvm) -> jvm.started().orElse(Instant.EPOCH))
                        .thenComparing(RunningJvm::pid))
                .toList();
    }

    private static RunningJvm of(VirtualMachineDescriptor jvm) {
        long pid = Long.parseLong(jvm.id());
        Optional<Instant> started =
                ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
        return new RunningJvm(pid, started, jvm.displayName().strip());
    }
}
