package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A task that failed on an engine is run here. */
@Timeout(30)
final class ReplayTest {

    private final FakeCluster fake = FakeCluster.of(0);
    private final LoadBalancedView view = fake.cluster.balanced();

    private static int inverse(int x) {
        return 100 / x;
    }

    @Test
    void aFailedTaskThrowsHereWhatItThrewThere() {
        AsyncResult<Integer> result = view.submit(ReplayTest::inverse, 0);

        RemoteException failure = catchThrowableOfType(RemoteException.class, result::result);
        assertThatThrownBy(failure::replay).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(result::replay)
                .isInstanceOf(ArithmeticException.class)
                .satisfies(thrown ->
                        assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo("inverse"));
    }

    @Test
    void whatFailsOnlyThereGivesItsValueHere() throws Exception {
        AsyncResult<Integer> result = view.submit(
                (Integer x, Integer y) -> {
                    if (FakeEngines.ENGINE.get() != null) {
                        throw new IllegalStateException("on an engine");
                    }
                    return x + y;
                },
                1,
                2);

        assertThat(result.replay()).isEqualTo(3);
    }

    @Test
    void ofAMapTheChunkThatFailedIsRun() {
        AsyncList<Integer> result = view.chunk(2).map(List.of(1, 2, 3, 0), ReplayTest::inverse);

        assertThatThrownBy(result::replay).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> catchThrowableOfType(CompositeException.class, result::result)
                        .replay())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void referencesStandForTheirValues() {
        RemoteReference<Integer> kept = view.keep(() -> 0).result();

        assertThatThrownBy(view.submit((Object x) -> inverse((Integer) x), kept)::replay)
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatHasNotFailedOrIsNotKnownIsNotReplayed() {
        assertThatThrownBy(view.submit(() -> 1)::replay)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing to replay");
        RemoteException direct = catchThrowableOfType(
                RemoteException.class, () -> fake.cluster.view().apply(ReplayTest::inverse, 0));
        assertThatThrownBy(direct::replay)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("load-balanced view");
    }
}
