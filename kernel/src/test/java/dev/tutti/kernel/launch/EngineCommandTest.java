package dev.tutti.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.controller.AotCache;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EngineCommandTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void theHeapIsAShareOfSixtyPercent() {
        assertThat(command(List.of()).words(new EngineId(0), 4, 10 * GIGABYTE, List.of()))
                .contains("-Xmx1228m");
        assertThat(command(List.of()).words(new EngineId(0), 1000, GIGABYTE, List.of()))
                .contains("-Xmx32m");
    }

    @Test
    void theUsersArgumentsComeAfterOurs() {
        assertThat(command(List.of("-Xmx1g", "-ea")).words(new EngineId(0), 4, GIGABYTE, List.of()))
                .containsSubsequence("-Xmx122m", "-Xmx1g", "-ea", "-cp");
    }

    @Test
    void theEngineIsToldWhereToConnect() {
        assertThat(command(List.of()).words(EngineId.LOCAL, 0, GIGABYTE, List.of()))
                .endsWith("-cp", "engine.jar", "dev.tutti.engine.EngineMain", "--connect", "/run/s")
                .contains("-javaagent:engine.jar");
    }

    @Test
    void theCacheIsUsedQuietlyAndLeftOutWhereTheUserChoosesAnother() {
        assertThat(command(List.of()).words(EngineId.LOCAL, 0, GIGABYTE, List.of()))
                .containsSubsequence("-Xlog:aot=off", "-Xlog:cds=off", "-XX:AOTCache=engine.aot");
        assertThat(command(List.of("-Xshare:off")).words(EngineId.LOCAL, 0, GIGABYTE, List.of()))
                .doesNotContain("-XX:AOTCache=engine.aot");
    }

    private static EngineCommand command(List<String> jvmArguments) {
        return new EngineCommand(
                Path.of("engine.jar"),
                Optional.of(new AotCache(Path.of("engine.aot"), false)),
                jvmArguments,
                Path.of("/run/s"));
    }
}
