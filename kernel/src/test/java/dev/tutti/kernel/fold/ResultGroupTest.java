package dev.tutti.kernel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Rendered;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ResultGroupTest {

    private final SortedMap<EngineId, Rendered> results = new TreeMap<>();

    @Test
    void equalResultsBecomeOneGroup() {
        result(0, "42", 7);
        result(2, "42", 7);
        result(1, "43", 8);

        assertThat(ResultGroup.fold(results))
                .extracting(
                        group -> EngineRanges.of(group.engines()),
                        group -> group.value().text())
                .containsExactly(tuple("0,2", "42"), tuple("1", "43"));
    }

    @Test
    void equalTextsOfDifferentValuesStayApartAndSaySo() {
        result(0, "[1, 2, ..., 9]", 7);
        result(1, "[1, 2, ..., 9]", 8);
        result(2, "[5]", 9);

        assertThat(ResultGroup.fold(results))
                .extracting(group -> EngineRanges.of(group.engines()), ResultGroup::differsUnseen)
                .containsExactly(tuple("0", true), tuple("1", true), tuple("2", false));
    }

    private void result(int engine, String text, long digest) {
        results.put(new EngineId(engine), new Rendered(text, "int", digest, false));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.api.Assertions.tuple(values);
    }
}
