package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TypeTextTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "Object"),
                Arguments.of(3, "int"),
                Arguments.of('c', "char"),
                Arguments.of("s", "String"),
                Arguments.of(new double[0][0], "double[][]"),
                Arguments.of(new String[0], "String[]"),
                Arguments.of(List.of(1, 2), "java.util.List<Integer>"),
                Arguments.of(new ArrayList<>(), "java.util.List<Object>"),
                Arguments.of(Arrays.asList(1, "a"), "java.util.List<Object>"),
                Arguments.of(List.of(List.of(1)), "java.util.List<Object>"),
                Arguments.of(new TreeMap<>(Map.of("a", 1L)), "java.util.SortedMap<String, Long>"),
                Arguments.of(java.time.Duration.ZERO, "java.time.Duration"),
                Arguments.of(Map.entry("a", 1).getClass(), "Class"),
                Arguments.of(Thread.State.NEW, "java.lang.Thread.State"),
                Arguments.of(new StringBuilder(), "StringBuilder"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValuesTypeIsWrittenAsJavaSource(Object value, String expected) {
        assertThat(TypeText.of(value)).isEqualTo(expected);
    }
}
