package dev.tutti.kernel.magic;

import dev.tutti.kernel.attach.RunningJvm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** JVMs that run, as a table. */
final class JvmTable {

    private JvmTable() {}

    static String of(List<RunningJvm> jvms, Instant now, int width) {
        if (jvms.isEmpty()) {
            return "No other JVM of yours runs here, or none that tells of itself. One that is started with"
                    + " -XX:-UsePerfData, or has another temporary folder, can be attached to by its process id all the"
                    + " same.";
        }
        List<List<String>> rows = jvms.stream()
                .map(jvm -> List.of(
                        Long.toString(jvm.pid()),
                        jvm.started()
                                .map(started -> TextTable.ago(Duration.between(started, now)))
                                .orElse(""),
                        jvm.program()))
                .toList();
        return TextTable.of(List.of("pid", "runs for", "program"), rows, width);
    }
}
