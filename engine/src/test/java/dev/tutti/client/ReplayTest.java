package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
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
    void aDirectCallIsReplayedAsWell() {
        AsyncList<Integer> result = fake.cluster.view().applyAsync(ReplayTest::inverse, 0);

        assertThatThrownBy(result::replay).isInstanceOf(ArithmeticException.class);
        RemoteException single = catchThrowableOfType(
                RemoteException.class, () -> fake.cluster.engine(0).apply(ReplayTest::inverse, 0));
        assertThatThrownBy(single::replay).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ofADirectMapTheBlockThatFailedIsRun() {
        List<Integer> called = new ArrayList<>();
        AsyncList<Integer> result = FakeCluster.of(0, 1)
                .cluster
                .view()
                .mapAsync(
                        (Integer x) -> {
                            if (FakeEngines.ENGINE.get() != null) {
                                return inverse(x);
                            }
                            called.add(x);
                            return 0;
                        },
                        List.of(1, 2, 3, 4, 5, 0));

        assertThatCode(result::replay).doesNotThrowAnyException();
        assertThat(called).containsExactly(4, 5, 0);
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
        RemoteException named = catchThrowableOfType(
                RemoteException.class, () -> fake.cluster.engine(0).get("nobody"));
        assertThatThrownBy(named::replay)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call of a function");
    }
}
