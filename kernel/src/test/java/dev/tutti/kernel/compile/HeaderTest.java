package dev.tutti.kernel.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "words:java.util.List<java.lang.String>                        | List<String> words",
                "System.out:java.io.PrintStream                                | PrintStream System.out",
                "int P(int x, java.lang.String name).twice()                   | int P.twice()",
                "P(int x, java.lang.String name)(int x, String name)           | P(int x, String name)",
                "E List<E extends Object>.get(int index)                       | E List.get(int index)",
                "Stream<R> Stream<T extends Object>.<R>map(Function<? super T,? extends R> mapper) | Stream<R>"
                        + " Stream.map(Function<? super T, ? extends R> mapper)",
                "boolean Collection<E>.removeIf(Predicate<? super E> filter)   | boolean"
                        + " Collection.removeIf(Predicate<? super E> filter)",
                "java.util.Map.Entry<K, V>                                     | java.util.Map.Entry<K, V>",
                "String String.format(String format, Object... args)           | String String.format(String format,"
                        + " Object... args)"
            })
    void headersReadLikeSource(String header, String expected) {
        assertThat(Header.asInSource(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f(                              | f            | 0",
                "f(a, b,                         | f            | 2",
                "f(g(1, 2), h[3, 4],             | f            | 2",
                "f(a, g(b,                       | g            | 1",
                "f(x -> x, (a, b) -> a,          | f            | 2",
                "f(new int[]{1, 2},              | f            | 1",
                "f(\"a, b\", ',', /* , */        | f            | 2",
                "new HashMap<String, Integer>(3, | HashMap      | 1",
                "f(new HashMap<String, List<Integer>>(), | f    | 1",
                "f(a < b, c > d,                 | f            | 2",
                "f(Map.<Long, String>of(), 1,    | f            | 2",
                "f(1, \"a, b                     | f            | 1",
                "a.b().c(1,                      | c            | 1",
                "f(x -> { g(1,                   | g            | 1",
                "f(a[1,                          | f            | 0"
            })
    void theCallAtTheCursorIsFound(String text, String name, int parameter) {
        CallAtCursor call = CallAtCursor.atEndOf(text).orElseThrow();
        assertThat(call.name()).isEqualTo(name);
        assertThat(call.parameter()).isEqualTo(parameter);
    }

    @Test
    void aCallIsFollowedThroughCallsAndBlocksInIt() {
        String text = "f(a, g(b, c";
        assertThat(CallAtCursor.atEndOf(text)).contains(new CallAtCursor("g", 1, 6));
        assertThat(CallAtCursor.openedAt(1, text)).contains(new CallAtCursor("f", 1, 1));
        assertThat(CallAtCursor.openedAt(1, "f(x -> { a(1, 2); b(3, ")).contains(new CallAtCursor("f", 0, 1));
        assertThat(CallAtCursor.openedAt(1, "f(x -> { a(1, 2); }, ")).contains(new CallAtCursor("f", 1, 1));
        assertThat(CallAtCursor.openedAt(1, "f(a)")).isEmpty();
        assertThat(CallAtCursor.openedAt(1, "f")).isEmpty();
    }

    @Test
    void outsideOfCallsThereIsNone() {
        assertThat(CallAtCursor.atEndOf("f(1) + ")).isEmpty();
        assertThat(CallAtCursor.atEndOf("f(x -> { int y = ")).isEmpty();
        assertThat(CallAtCursor.atEndOf("(1 + ")).isEmpty();
        assertThat(CallAtCursor.atEndOf("if (a, ")).isEmpty();
        assertThat(CallAtCursor.atEndOf("")).isEmpty();
    }
}
