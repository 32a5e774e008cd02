package dev.tutti.kernel.deps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CoordinatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.b:c:1.0", "a:b", "a:b:1.0:linux-x86_64", "a:b:1.0@pom", "a:b:[1,2)", "a:b:1.0+7"})
    void whatIsWrittenAsCoordinatesIsShownSo(String text) throws DependencyException {
        assertThat(Coordinates.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ":b:1", "a:b:1:c:d", "a b:c:1", "a:b:1 2", "a:b:1@"})
    void whatIsNoneIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Coordinates.parse(text))
                .isInstanceOf(DependencyException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("org.apache.commons:commons-lang3:");
    }

    @Test
    void aModuleWishedAgainIsWantedInTheNewVersion() throws DependencyException {
        Wishes first = wanting("a:a:1", "b:b:1");

        assertThat(first.with(wanting("a:a:2")).wanted())
                .map(Coordinates::toString)
                .containsExactly("b:b:1", "a:a:2");
    }

    @Test
    void aWellKnownRepositoryHasAName() throws DependencyException {
        assertThat(Repository.parse("jitpack")).isEqualTo(new Repository("jitpack", "https://jitpack.io/"));
        assertThat(Repository.parse("mine=https://a.b/c")).isEqualTo(new Repository("mine", "https://a.b/c"));
        assertThat(Repository.parse("https://a.b/c").id()).isEqualTo("a.b");
    }

    @Test
    void anUnknownRepositoryIsRefused() {
        assertThatThrownBy(() -> Repository.parse("nowhere")).hasMessageContaining("'nowhere' is no repository");
    }

    private static Wishes wanting(String... coordinates) throws DependencyException {
        List<Coordinates> wanted = new java.util.ArrayList<>();
        for (String text : coordinates) {
            wanted.add(Coordinates.parse(text));
        }
        return new Wishes(wanted, List.of(), List.of(), List.of());
    }
}
