package dev.tutti.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.EngineId;
import java.util.Map;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetSpecTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all     | 0-7",
                "3       | 3",
                "0-3,7   | 0-3,7",
                "7,0-1,0 | 0-1,7",
                "-1      | 7",
                "-2      | 6",
                ":2      | 0-1",
                "6:      | 6-7",
                "::2     | 0,2,4,6",
                "-2:     | 6-7",
                "1:-1    | 1-6",
                "::-3    | 1,4,7",
                "5:100   | 5-7",
                "local   | local",
                "local,0 | local,0",
                " 1 , 2  | 1-2",
            })
    void targetsNameEnginesByIdAndByPosition(String text, String expected) throws TargetException {
        assertThat(EngineRanges.of(TargetSpec.parse(text).resolve(engines(0, 1, 2, 3, 4, 5, 6, 7))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0-7!3          | 0-2,4-7",
                "all!::2        | 1,3,5,7",
                "0-7!3,5!4      | 0-2,5-7",
                "0-4 & 3-7      | 3-4",
                "0-4^3-7        | 0-2,5-7",
                "0-7!(1,3)      | 0,2,4-7",
                "(0-3)&(2-5)    | 2-3",
                "@even          | 0,2,4,6",
                "all!@even      | 1,3,5,7",
                "@left-2,7      | 0-1,7",
                "((1))          | 1",
                "0?1            | 0",
                "local!local,1  | 1",
            })
    void setsAreJoinedFromLeftToRight(String text, String expected) throws TargetException {
        assertThat(EngineRanges.of(TargetSpec.parse(text).resolve(engines(0, 1, 2, 3, 4, 5, 6, 7), GROUPS)))
                .isEqualTo(expected);
    }

    @Test
    void aRandomPickIsOfTheSetBeforeIt() throws TargetException {
        SortedSet<EngineId> all = engines(0, 1, 2, 3, 4, 5, 6, 7);

        assertThat(TargetSpec.parse("4-7?2").resolve(all, GROUPS)).hasSize(2).isSubsetOf(engines(4, 5, 6, 7));
        assertThat(TargetSpec.parse("?3").resolve(all, GROUPS)).hasSize(3);
        assertThat(TargetSpec.parse("0,(4-7?2)").resolve(all, GROUPS))
                .hasSize(3)
                .contains(new EngineId(0));
        assertThatThrownBy(() -> TargetSpec.parse("0-1?3").resolve(all, GROUPS))
                .hasMessageStartingWith("Targets '0-1?3' ask for 3 of 2 engines.");
    }

    @Test
    void theOrderIsThatOfTheText() throws TargetException {
        SortedSet<EngineId> all = engines(0, 1, 2, 3);

        assertThat(TargetSpec.parse("3,0-1").inOrder(all, GROUPS))
                .extracting(EngineId::number)
                .containsExactly(3, 0, 1);
        assertThat(TargetSpec.parse("::-1").inOrder(all, GROUPS))
                .extracting(EngineId::number)
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void aGroupThatDoesNotExistIsNamedWithThoseThatDo() {
        assertThatThrownBy(() -> TargetSpec.parse("@odd").resolve(engines(0), GROUPS))
                .isInstanceOf(TargetException.class)
                .hasMessage("Targets '@odd': there is no group @odd. Groups: even, left-2.");
    }

    @Test
    void aGroupIsOfThoseOfItsEnginesThatLive() throws TargetException {
        assertThat(TargetSpec.parse("@even").resolve(engines(1, 2, 3), GROUPS)).containsExactly(new EngineId(2));
    }

    @Test
    void whatRemainsOfNothingIsAnError() {
        assertThatThrownBy(() -> TargetSpec.parse("0!0").resolve(engines(0, 1)))
                .hasMessageStartingWith("Targets '0!0' name no engine.");
    }

    @Test
    void theErrorShowsThePlace() {
        assertThatThrownBy(() -> TargetSpec.parse("0-7!x"))
                .hasMessageStartingWith("Targets '0-7!x' cannot be read at 'x' (character 5).");
        assertThatThrownBy(() -> TargetSpec.parse("0,(1-2"))
                .hasMessage("Targets '0,(1-2': the bracket at character 3 is never closed.");
    }

    @Test
    void negativeNumbersAndSlicesAreOfThePresentEnginesNotOfTheIds() throws TargetException {
        SortedSet<EngineId> withGaps = engines(2, 5, 9);
        assertThat(EngineRanges.of(TargetSpec.parse("-1").resolve(withGaps))).isEqualTo("9");
        assertThat(EngineRanges.of(TargetSpec.parse(":2").resolve(withGaps))).isEqualTo("2,5");
    }

    @Test
    void anEngineThatIsNotThereIsNamedInTheError() {
        assertThatThrownBy(() -> TargetSpec.parse("0-4").resolve(engines(0, 1, 3)))
                .isInstanceOf(TargetException.class)
                .hasMessage(
                        "Targets '0-4': there is no engine with number 2,4. Connected: 0-1,3. %engines shows them.");
    }

    @Test
    void noEnginesAtAllSaysWhatToDo() {
        assertThatThrownBy(() -> TargetSpec.ALL.resolve(engines()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("No engines are connected, so there is nowhere to run.");
    }

    @Test
    void anEmptySliceIsAnErrorNotARunOnNothing() {
        assertThatThrownBy(() -> TargetSpec.parse("5:2").resolve(engines(0, 1)))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("Targets '5:2' name no engine.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1,,2",
                "3-1",
                "--1",
                "::0",
                "1-",
                "0x1",
                "1 2",
                "-0",
                "99999999999",
                "1!",
                "!1",
                "(1",
                "1)",
                "1(2)",
                "?",
                "1?0",
                "1?x",
                "@",
                "@ x",
                "()"
            })
    void whatIsNotOfTheLanguageIsRefused(String text) {
        assertThatThrownBy(() -> TargetSpec.parse(text)).isInstanceOf(TargetException.class);
    }

    private static final TargetContext GROUPS =
            new TargetContext(Map.of("even", engines(0, 2, 4, 6), "left-2", engines(0, 1)), new SplittableRandom(7));

    private static SortedSet<EngineId> engines(int... numbers) {
        SortedSet<EngineId> engines = new TreeSet<>();
        engines.add(EngineId.LOCAL);
        IntStream.of(numbers).mapToObj(EngineId::new).forEach(engines::add);
        return engines;
    }
}
