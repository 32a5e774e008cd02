package dev.tutti.kernel.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be told of a process before it is touched. The Attach API wakes a JVM by a signal that other programs may take
 * for their end, and waits for ten seconds for an answer that some JVMs are told not to give.
 */
final class ForeignProcess {

    private static final String MORE = " %engines attach lists the JVMs that there are.";

    private ForeignProcess() {}

    /** @throws AttachException if there is no such process, or it is nothing that can be attached to */
    static void requireAttachable(long pid) throws AttachException {
        if (pid == ProcessHandle.current().pid()) {
            throw new AttachException("Process " + pid + " is this shell itself. Plain cells run beside it, at local.");
        }
        ProcessHandle process = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new AttachException("There is no process " + pid + "." + MORE));
        String own = System.getProperty("user.name");
        Optional<String> user = process.info().user();
        if (user.isPresent() && !user.get().equals(own) && !own.equals("root")) {
            throw new AttachException("Process " + pid + " belongs to " + user.get()
                    + ": one can attach to JVMs of one's own user alone, which is " + own + "." + MORE);
        }
        if (!mayBeJvm(pid)) {
            throw new AttachException("Process " + pid
                    + process.info()
                            .command()
                            .map(command -> " (" + command + ")")
                            .orElse("") + " is no JVM." + MORE);
        }
        if (process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.equals("-XX:+DisableAttachMechanism"))) {
            throw new AttachException(JvmTexts.disabled(pid));
        }
    }

    /** Where the system tells what a process has mapped, the JVM's library is among it. */
    private static boolean mayBeJvm(long pid) {
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        if (!Files.isReadable(maps)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.anyMatch(line -> line.contains("/libjvm.so"));
        } catch (IOException _) {
            return true;
        }
    }
}
