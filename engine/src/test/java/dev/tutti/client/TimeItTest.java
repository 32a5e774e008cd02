package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tutti.engine.measure.JvmCounters;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class TimeItTest {

    private static final JvmCounters NOTHING = new JvmCounters.Untold();

    private long now;
    private long called;

    /** Code whose calls take as long as said, by a clock that only they move. */
    private Timing measured(LongToDoubleFunction nanosOfCall) throws Exception {
        return new TimeIt(() -> now, NOTHING, (code, calls) -> {
                    for (long i = 0; i < calls; i += Math.max(1, calls / 1000)) {
                        long share = Math.min(Math.max(1, calls / 1000), calls - i);
                        now += (long) (nanosOfCall.applyAsDouble(called) * share);
                        called += share;
                    }
                })
                .measure((Callable<?>) () -> null);
    }

    @Test
    void steadyCodeSettlesAndHasItsTime() throws Exception {
        Timing timing = measured(call -> 1_000);
        assertThat(timing.settled()).isTrue();
        assertThat(timing.mean()).isCloseTo(1_000, within(1.0));
        assertThat(timing.deviation()).isLessThan(1);
        assertThat(timing.runs()).hasSize(7);
    }

    @Test
    void whatIsSlowAtFirstIsMeasuredWhenItIsFast() throws Exception {
        Timing timing = measured(call -> call < 20_000 ? 10_000 : 500);
        assertThat(timing.settled()).isTrue();
        assertThat(timing.mean()).isCloseTo(500, within(1.0));
    }

    @Test
    void codeThatGetsEverFasterIsSaidToBeUnsettled() throws Exception {
        Timing timing = measured(_ -> 1e6 * Math.exp(-now / 1e9));
        assertThat(timing.settled()).isFalse();
        assertThat(timing.toString()).contains("still getting faster");
    }

    @Test
    void aCallOfSecondsIsRunOnceARun() throws Exception {
        Timing timing = measured(call -> 2e9);
        assertThat(timing.calls()).isEqualTo(1);
        assertThat(timing.mean()).isCloseTo(2e9, within(1.0));
    }

    @Test
    void realCodeIsMeasuredWithItsAllocation() throws Exception {
        int[] size = {100};
        Timing timing = TimeIt.of(() -> new long[size[0]]);
        assertThat(timing.mean()).isPositive();
        assertThat(timing.bytes().orElseThrow()).isCloseTo(816, within(10.0));
    }

    @Test
    void whatTheCodeThrowsComesThrough() {
        assertThatThrownBy(() -> TimeIt.of(() -> 1 / Integer.parseInt("0"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theTextSaysWhatWasMeasuredAndWhere() {
        Timing timing = new Timing(
                List.of(12_000.0, 12_400.0), 10_000, OptionalDouble.of(48), Duration.ofMillis(1200), true, 3);
        assertThat(timing.toString())
                .isEqualTo("12.2 µs ± 283 ns a call (mean ± deviation of 2 runs of 10,000 calls), 48 B a call\n"
                        + "in this JVM, after 1.20 s of warming up, 3 collections");
    }

    @Test
    void runsThatDifferMuchAreDoubted() {
        Timing timing = new Timing(List.of(100.0, 150.0), 1, OptionalDouble.empty(), Duration.ofMillis(1), true, -1);
        assertThat(timing.toString())
                .contains("The runs differ by more than 10 %")
                .contains("best run 100 ns");
    }
}
