package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.client.Timing;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What {@code %timeit --fork} says. */
final class ForkedTimingTest {

    private static Timing timing(boolean settled, Double... runs) {
        return new Timing(List.of(runs), 100, OptionalDouble.of(24), Duration.ofMillis(700), settled, 0);
    }

    @Test
    void theDeviationIsThatBetweenTheJvms() {
        ForkedTiming timing = ForkedTiming.of(
                List.of(timing(true, 90.0, 110.0), timing(true, 101.0, 103.0), timing(true, 98.0, 98.0)));
        assertThat(timing.text(3))
                .isEqualTo("100 ns ± 2.00 ns a call (mean ± deviation between 3 fresh JVMs, each with 2 runs), 24 B a"
                        + " call\n"
                        + "means of the JVMs: 100 ns, 102 ns, 98.0 ns\n"
                        + "runs within a JVM differ by 5.19 ns (deviation, mean of the JVMs)");
    }

    @Test
    void jvmsThatDifferAreNotTakenForAMeasurement() {
        ForkedTiming timing = ForkedTiming.of(List.of(timing(true, 100.0), timing(true, 200.0)));
        assertThat(timing.text(3)).contains("The JVMs differ by more than 10 %").contains("(best JVM 100 ns)");
    }

    @Test
    void whatAnEmptyLoopTakesIsNoTime() {
        ForkedTiming timing = ForkedTiming.of(List.of(timing(true, 0.24), timing(true, 0.25)));
        assertThat(timing.text(3)).endsWith("Use what changes.");
    }

    @Test
    void jvmsThatWereStillGettingFasterAreCounted() {
        ForkedTiming timing = ForkedTiming.of(List.of(timing(true, 100.0), timing(false, 200.0)));
        assertThat(timing.text(3)).contains("In 1 of them it was still getting faster");
    }
}
