package dev.tutti.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPlaceTest {

    private static final KeyPlace.Receiver AGES = new KeyPlace.Receiver("ages", List.of());

    @Test
    void aQuoteThatIsOpenBelongsToTheKey() {
        String text = "int n = ages.get(\"al";
        assertThat(KeyPlace.at(text, text.length()))
                .contains(new KeyPlace(AGES, "get", text.length() - 3, "\"al", false));
    }

    @Test
    void aQuoteBehindTheCursorIsNotWrittenAgain() {
        assertThat(KeyPlace.at("ages.get(\"al\")", 12)).contains(new KeyPlace(AGES, "get", 9, "\"al", true));
    }

    @Test
    void nothingNeedBeTyped() {
        assertThat(KeyPlace.at("ages.containsKey( ", 18)).contains(new KeyPlace(AGES, "containsKey", 18, "", false));
    }

    @Test
    void aNameMayBeTheBeginningOfAKey() {
        assertThat(KeyPlace.at("ages.put(Col", 12)).contains(new KeyPlace(AGES, "put", 9, "Col", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "get(", "ages.size(", "ages.get(1, ", "a.b.get(", "f().get(", "// ages.get(", "\"ages.get("})
    void elsewhereNoKeyIsWanted(String text) {
        assertThat(KeyPlace.at(text, text.length())).isEmpty();
    }

    @Test
    void literalKeysLeadToAMapInAnotherOne() {
        String text = "x = deep.get(\"a b\").get(7).get(";
        assertThat(KeyPlace.at(text, text.length()))
                .contains(new KeyPlace(
                        new KeyPlace.Receiver("deep", List.of("\"a b\"", "7")), "get", text.length(), "", false));
        assertThat(KeyPlace.at("deep.get(key).get(", 18)).isEmpty();
        assertThat(KeyPlace.at("a.deep.get(1).get(", 18)).isEmpty();
    }
}
