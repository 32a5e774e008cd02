package dev.tutti.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodePlaceTest {

    @Test
    void placesAreWrittenInFourWays() throws DebugException {
        assertThat(CodePlace.parse("3:2", Optional.empty())).isEqualTo(new CodePlace.CellLine(3, 2));
        assertThat(CodePlace.parse("fact", Optional.empty())).isEqualTo(new CodePlace.MethodStart("fact"));
        assertThat(CodePlace.parse("fact:2", Optional.empty())).isEqualTo(new CodePlace.DeclaredLine("fact", 2));
        assertThat(CodePlace.parse(" 4 ", Optional.of(7))).isEqualTo(new CodePlace.CellLine(7, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "3:", ":2", "a b", "3:x", "99999999999:1", "4"})
    void otherTextsAreRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> CodePlace.parse(text, Optional.empty()))
                .isInstanceOf(DebugException.class)
                .hasMessageContaining("CELL:LINE (3:2)")
                .hasMessageContaining("'" + text.strip() + "'");
    }

    @Test
    void genericTypesReadAsJava() {
        assertThat(GenericType.text("Ljava/util/Map<Ljava/lang/String;[I>;"))
                .hasValue("java.util.Map<java.lang.String, int[]>");
        assertThat(GenericType.text("Ljava/util/List<+Ljava/lang/Number;>;"))
                .hasValue("java.util.List<? extends java.lang.Number>");
        assertThat(GenericType.text("Ljava/util/List<TT;>;")).isEmpty();
    }
}
