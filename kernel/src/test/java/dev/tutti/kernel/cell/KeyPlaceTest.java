package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlaceTest {

    @Test
    void aQuoteThatIsOpenBelongsToTheKey() {
        String text = "int n = ages.get(\"al";
        assertThat(KeyPlace.at(text, text.length()))
                .contains(new KeyPlace("ages", "get", text.length() - 3, "\"al", false));
    }

    @Test
    void aQuoteBehindTheCursorIsNotWrittenAgain() {
        assertThat(KeyPlace.at("ages.get(\"al\")", 12)).contains(new KeyPlace("ages", "get", 9, "\"al", true));
    }

    @Test
    void nothingNeedBeTyped() {
        assertThat(KeyPlace.at("ages.containsKey( ", 18)).contains(new KeyPlace("ages", "containsKey", 18, "", false));
    }

    @Test
    void aNameMayBeTheBeginningOfAKey() {
        assertThat(KeyPlace.at("ages.put(Col", 12)).contains(new KeyPlace("ages", "put", 9, "Col", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "get(", "ages.size(", "ages.get(1, ", "a.b.get(", "f().get(", "// ages.get(", "\"ages.get("})
    void elsewhereNoKeyIsWanted(String text) {
        assertThat(KeyPlace.at(text, text.length())).isEmpty();
    }
}
