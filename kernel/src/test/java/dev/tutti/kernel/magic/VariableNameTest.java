package dev.tutti.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VariableNameTest {

    private final VariableName.Converter converter = new VariableName.Converter();

    @Test
    void aNameAloneHasNoPath() {
        VariableName name = converter.convert("k");

        assertThat(name.variable()).isEqualTo("k");
        assertThat(name.path()).isEmpty();
    }

    @Test
    void fieldsFollowThePoints() {
        VariableName name = converter.convert("point.corner.x");

        assertThat(name.variable()).isEqualTo("point");
        assertThat(name.path()).containsExactly("corner", "x");
        assertThat(name).hasToString("point.corner.x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "class", "1k", "a-b", "a..b", "a.", ".a", "a.class", "a b", "true", "_"})
    void whatIsNoNameIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOfSatisfying(
                        VariableName.NoVariableName.class,
                        refused -> assertThat(refused.of("%push"))
                                .isEqualTo("%push takes the name of a variable, which '" + text + "' is not."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"point.x", "_3", "_"})
    void fieldsAndNumberedResultsAreNotGivenValues(String text) {
        assertThatThrownBy(() -> new VariableName(text).written("%scatter"))
                .isInstanceOf(MagicException.class)
                .hasMessage("%scatter takes the name of a variable, which '" + text + "' is not.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "_k", "$", "größe", "__", "_3k"})
    void otherNamesAre(String text) throws MagicException {
        assertThat(converter.convert(text).written("-o").text()).isEqualTo(text);
    }

    @Test
    void aFieldIsNoVariableThatCouldGetTheValue() {
        assertThatThrownBy(() -> new VariableName("point.x").requireWhole("%gather point.x"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("%gather point.x -o NAME");
        assertThatCode(() -> new VariableName("k").requireWhole("%gather k")).doesNotThrowAnyException();
    }
}
