package dev.tutti.engine.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EngineRangesTest {

    @Test
    void neighboursAreJoinedToRanges() {
        assertThat(ranges(0, 1, 2, 5, 7, 8)).isEqualTo("0-2,5,7-8");
    }

    @Test
    void theOrderOfTheEnginesDoesNotMatter() {
        assertThat(ranges(5, 1, 0, 2)).isEqualTo("0-2,5");
    }

    @Test
    void localComesFirstAndJoinsNoRange() {
        assertThat(ranges(0, 1, -1)).isEqualTo("local,0-1");
    }

    @Test
    void noEngineIsNoText() {
        assertThat(ranges()).isEmpty();
    }

    @Test
    void namesTellOneFromMany() {
        assertThat(EngineRanges.named(ids(3))).isEqualTo("engine 3");
        assertThat(EngineRanges.named(ids(0, 1, 2, 5))).isEqualTo("engines 0-2,5");
        assertThat(EngineRanges.named(ids(-1))).isEqualTo("local");
        assertThat(EngineRanges.named(ids(-1, 0, 1))).isEqualTo("local and engines 0-1");
    }

    private static String ranges(int... numbers) {
        return EngineRanges.of(ids(numbers));
    }

    private static List<EngineId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(EngineId::new).toList();
    }
}
