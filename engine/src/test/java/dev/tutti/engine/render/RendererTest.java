package dev.tutti.engine.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.woven.StoppedError;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values as the user sees them. */
final class RendererTest {

    record Point(int x, Object y) {}

    record Own(int x) {
        @Override
        public String toString() {
            return "own " + x;
        }
    }

    static class Plain {}

    private static String text(Object value) {
        return render(value).text();
    }

    private static Rendered render(Object value) {
        return Renderer.render(value, RenderLimits.DEFAULT);
    }

    @Test
    void simpleValuesAreShownAsInJava() {
        assertThat(text(null)).isEqualTo("null");
        assertThat(text(42)).isEqualTo("42");
        assertThat(text(42L)).isEqualTo("42");
        assertThat(text(0.1f)).isEqualTo("0.1");
        assertThat(text(-0.0)).isEqualTo("-0.0");
        assertThat(text(Double.NaN)).isEqualTo("NaN");
        assertThat(text(true)).isEqualTo("true");
        assertThat(text('x')).isEqualTo("'x'");
        assertThat(text('\'')).isEqualTo("'\\''");
        assertThat(text('\n')).isEqualTo("'\\n'");
        assertThat(text(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(text(TimeUnit.DAYS)).isEqualTo("DAYS");
        assertThat(text(Optional.of("a"))).isEqualTo("Optional[\"a\"]");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
        assertThat(text(String.class)).isEqualTo("class java.lang.String");
        assertThat(text(new IllegalStateException("no"))).isEqualTo("java.lang.IllegalStateException: no");
        assertThat(text(Map.entry("a", 1))).isEqualTo("\"a\"=1");
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(text(1234567.5)).isEqualTo("1234567.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void stringsAreQuotedAndEscaped() {
        assertThat(text("a\"b\\c\n\t\u0000\u001b")).isEqualTo("\"a\\\"b\\\\c\\n\\t\\u0000\\u001b\"");
        assertThat(text("gr\u00fc\u00dfe \ud83d\ude00")).isEqualTo("\"gr\u00fc\u00dfe \ud83d\ude00\"");
        assertThat(text("\u202e")).isEqualTo("\"\\u202e\"");
    }

    @Test
    void aLongStringIsCutAndSaysBothSizes() {
        Rendered rendered = Renderer.render("x".repeat(1_000_000), new RenderLimits(80, 10, 100));
        assertThat(rendered.text()).isEqualTo("\"" + "x".repeat(98) + "\"... (98 of 1000000 characters)");
        assertThat(rendered.abridged()).isTrue();
    }

    @Test
    void aStringIsNeverCutWithinACharacter() {
        Rendered rendered = Renderer.render("\ud83d\ude00".repeat(100), new RenderLimits(80, 10, 101));
        assertThat(rendered.text().chars().filter(c -> c == '"').count()).isEqualTo(2);
        assertThat(rendered.text()).startsWith("\"\ud83d\ude00").contains("98 of 200");
    }

    @Test
    void shortArraysAreShownWhole() {
        assertThat(text(new int[] {1, 2, 3})).isEqualTo("[1, 2, 3]");
        assertThat(text(new double[] {1, 2.5})).isEqualTo("[1.0, 2.5]");
        assertThat(text(new char[] {'a', '\t'})).isEqualTo("['a', '\\t']");
        assertThat(text(new boolean[] {true})).isEqualTo("[true]");
        assertThat(text(new String[] {"a", null})).isEqualTo("[\"a\", null]");
        assertThat(text(new byte[0])).isEqualTo("[]");
        assertThat(text(new int[0][])).isEqualTo("[]");
    }

    @Test
    void longArraysShowTheirEnds() {
        Rendered rendered = render(IntStream.range(0, 1001).toArray());
        assertThat(rendered.text()).isEqualTo("[0, 1, 2, ..., 998, 999, 1000]");
        assertThat(rendered.abridged()).isTrue();
        assertThat(render(new int[1000]).abridged()).isFalse();
        assertThat(text(IntStream.range(0, 2000).boxed().toArray())).isEqualTo("[0, 1, 2, ..., 1997, 1998, 1999]");
    }

    @Test
    void longLinesAreBrokenBetweenElements() {
        String text = Renderer.render(IntStream.range(100, 120).toArray(), new RenderLimits(40, 100, 2000))
                .text();
        assertThat(text).isEqualTo("""
            [100, 101, 102, 103, 104, 105, 106, 107,
             108, 109, 110, 111, 112, 113, 114, 115,
             116, 117, 118, 119]\
            """);
        assertThat(text.lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void tablesAreAligned() {
        assertThat(text(new double[][] {{1, 10.25}, {-2.5, 3}})).isEqualTo("[[  1.0, 10.25],\n [ -2.5,   3.0]]");
        assertThat(text(new int[][] {{1, 2}, null, {333}})).isEqualTo("[[  1,   2],\n null,\n [333]]");
        assertThat(text(new int[][][] {{{1}, {2}}, {{3}, {4}}})).isEqualTo("[[[1],\n  [2]],\n\n [[3],\n  [4]]]");
        assertThat(text(new String[][] {{"a"}, {"b", "c"}})).isEqualTo("[[\"a\"],\n [\"b\", \"c\"]]");
    }

    @Test
    void largeTablesShowTheirCorners() {
        int[][] table = new int[100][100];
        table[99][99] = 7777;
        assertThat(text(table)).isEqualTo("""
            [[   0,    0,    0, ...,    0,    0,    0],
             [   0,    0,    0, ...,    0,    0,    0],
             [   0,    0,    0, ...,    0,    0,    0],
             ...,
             [   0,    0,    0, ...,    0,    0,    0],
             [   0,    0,    0, ...,    0,    0,    0],
             [   0,    0,    0, ...,    0,    0, 7777]]\
            """);
    }

    @Test
    void collectionsAndMapsShowTheirParts() {
        assertThat(text(List.of(1, "a", 'b'))).isEqualTo("[1, \"a\", 'b']");
        assertThat(text(new TreeSet<>(Set.of(2, 1)))).isEqualTo("[1, 2]");
        assertThat(text(new TreeMap<>(Map.of("a", 1, "b", List.of(2))))).isEqualTo("{\"a\"=1, \"b\"=[2]}");
        assertThat(text(List.of(List.of(), Map.of()))).isEqualTo("[[], {}]");
        assertThat(text(List.of(new int[] {1, 2}))).isEqualTo("[[1, 2]]");
        assertThat(text(new ArrayDeque<>(List.of(1)))).isEqualTo("[1]");
    }

    @Test
    void longCollectionsAndMapsAreAbridged() {
        List<Integer> list = IntStream.range(0, 5000).boxed().toList();
        assertThat(text(list)).isEqualTo("[0, 1, 2, ..., 4997, 4998, 4999]");
        assertThat(text(new TreeSet<>(list))).isEqualTo("[0, 1, 2, ..., 4997, 4998, 4999]");
        assertThat(text(new HashSet<>(list))).isEqualTo("[0, 1, 2, 3, 4, 5, ... (4994 more)]");
        Map<Integer, Integer> map = new LinkedHashMap<>();
        list.forEach(i -> map.put(i, -i));
        assertThat(text(map)).isEqualTo("{0=0, 1=-1, 2=-2, 3=-3, 4=-4, 5=-5, ... (4994 more)}");
    }

    @Test
    void recordsShowTheirComponentsUnlessTheySpeakForThemselves() {
        assertThat(text(new Point(1, new int[] {1, 2}))).endsWith("Point[x=1, y=[1, 2]]");
        assertThat(text(new Point(1, "s"))).endsWith("Point[x=1, y=\"s\"]");
        assertThat(text(new Own(3))).isEqualTo("own 3");
    }

    @Test
    void aCollectionWithItsOwnToStringSpeaksForItself() {
        List<Integer> own = new ArrayList<>(List.of(1)) {
            @Override
            public String toString() {
                return "mine";
            }
        };
        assertThat(text(own)).isEqualTo("mine");
    }

    @Test
    void cyclesAreMarked() {
        List<Object> list = new ArrayList<>();
        list.add(1);
        list.add(list);
        assertThat(text(list)).isEqualTo("[1, (cycle)]");
        Object[] array = new Object[1];
        array[0] = array;
        assertThat(text(array)).isEqualTo("[(cycle)]");
        Map<String, Object> map = new HashMap<>();
        map.put("me", List.of(new Point(1, map)));
        assertThat(text(map)).endsWith("y=(cycle)]]}");
    }

    @Test
    void theSameObjectTwiceIsNoCycle() {
        List<Integer> inner = List.of(1);
        assertThat(text(List.of(inner, inner))).isEqualTo("[[1], [1]]");
    }

    @Test
    void whatLiesTooDeepIsLeftOut() {
        Object deep = 1;
        for (int i = 0; i < 10_000; i++) {
            deep = Collections.singletonList(deep);
        }
        Rendered rendered = render(deep);
        assertThat(rendered.text())
                .startsWith("[[[[")
                .contains("...")
                .endsWith("]]]]")
                .hasSizeLessThan(100);
        assertThat(rendered.abridged()).isTrue();
    }

    @Test
    void aToStringThatThrowsIsPartOfTheText() {
        Object bad = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken");
            }
        };
        assertThat(text(bad)).isEqualTo("<java.lang.Object.toString() threw java.lang.IllegalStateException: broken>");
        assertThat(text(Arrays.asList(1, bad)))
                .startsWith("[1, <java.lang.Object")
                .endsWith(">]");
    }

    @Test
    void aStopGoesThroughAToString() {
        Object stopped = new Object() {
            @Override
            public String toString() {
                throw new StoppedError();
            }
        };
        assertThatExceptionOfType(StoppedError.class).isThrownBy(() -> render(List.of(stopped)));
    }

    @Test
    void aToStringThatOverflowsTheStackIsPartOfTheText() {
        assertThat(text(new Endless())).contains("Endless.toString() threw java.lang.StackOverflowError");
    }

    static class Endless {
        @Override
        public String toString() {
            return "x" + this;
        }
    }

    @Test
    void aHugeToStringIsCutAndSaysBothSizes() {
        Object huge = new StringBuilder("y".repeat(100_000_000));
        Rendered rendered = render(huge);
        assertThat(rendered.text()).hasSizeLessThan(20_100).endsWith("... (20000 of 100000000 characters)");
        assertThat(rendered.abridged()).isTrue();
    }

    @Test
    void tooManyLinesAreCut() {
        Rendered rendered = Renderer.render(new StringBuilder("line\n".repeat(500)), new RenderLimits(80, 10, 20_000));
        assertThat(rendered.text().lines()).hasSize(10);
        assertThat(rendered.text()).endsWith("(cut here: the limit is 20000 characters in 10 lines; %page shows more)");
    }

    @Test
    void aCollectionThatFailsIsShownAsFarAsItGoes() {
        List<Integer> failing = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                if (index == 2) {
                    throw new IllegalStateException();
                }
                return index;
            }

            @Override
            public int size() {
                return 5;
            }
        };
        assertThat(text(failing)).isEqualTo("[0, 1, <reading it threw java.lang.IllegalStateException>");
    }

    @Test
    void lazyThingsAreNotConsumed() {
        Stream<Integer> stream = Stream.of(1, 2);
        assertThat(text(stream)).isEqualTo("java.util.stream.ReferencePipeline$Head");
        assertThat(stream.toList()).containsExactly(1, 2);
        assertThat(text(List.of(1).iterator())).doesNotContain("@");
    }

    @Test
    void identityHashesAreLeftOut() {
        assertThat(text(new Object())).isEqualTo("java.lang.Object");
        assertThat(text(new Plain())).endsWith("RendererTest$Plain");
        assertThat(text(List.of(new Object()))).isEqualTo("[java.lang.Object]");
        Function<Integer, Integer> lambda = x -> x;
        assertThat(text(lambda)).isEqualTo("java.util.function.Function (lambda)");
        assertThat(PlainText.withoutHashes("Box(java.lang.Object@1b2c, [I@7f)")).isEqualTo("Box(java.lang.Object, [I)");
        assertThat(PlainText.withoutHashes("bob@cafe.org a@b")).isEqualTo("bob@cafe.org a@b");
    }

    @Test
    void namesOfThePromptAreShownAsTyped() {
        assertThat(PromptNames.strip("REPL.$JShell$16$A")).isEqualTo("A");
        assertThat(PromptNames.strip("x REPL.$JShell$16B$A and REPL.$JShell$2$B$C"))
                .isEqualTo("x A and B$C");
        assertThat(PromptNames.strip("REPL.$JShell$16")).isEqualTo("REPL.$JShell$16");
        assertThat(PromptNames.strip("REPL.$JShell$16$1")).isEqualTo("REPL.$JShell$16$1");
        assertThat(PromptNames.strip("nothing")).isEqualTo("nothing");
    }

    @Test
    void typesAreInSourceForm() {
        assertThat(render(new double[0][]).type()).isEqualTo("double[][]");
        assertThat(render(new ArrayList<>()).type()).isEqualTo("java.util.ArrayList");
        assertThat(render(null).type()).isEqualTo("null");
        assertThat(render(Map.entry(1, 2)).type()).isEqualTo("java.util.KeyValueHolder");
        Runnable lambda = () -> {};
        assertThat(render(lambda).type()).isEqualTo("java.lang.Runnable");
    }

    @Test
    void equalValuesHaveEqualDigestsAndOthersDoNot() {
        assertThat(render(new int[] {1, 2}).digest())
                .isEqualTo(render(new int[] {1, 2}).digest());
        assertThat(render(1).digest()).isNotEqualTo(render(1L).digest());
        assertThat(render("1").digest()).isNotEqualTo(render(1).digest());
        assertThat(render(List.of(1, 2)).digest())
                .isEqualTo(render(new ArrayList<>(List.of(1, 2))).digest());
        assertThat(render(List.of(1, 2)).digest())
                .isNotEqualTo(render(List.of(2, 1)).digest());
        assertThat(render(new Object()).digest()).isEqualTo(render(new Object()).digest());
        assertThat(render(new Point(1, 2)).digest())
                .isNotEqualTo(render(new Point(1, 3)).digest());
    }

    @Test
    void theDigestKnowsWhatTheTextLeavesOut() {
        int[] one = new int[3_000_000];
        int[] other = new int[3_000_000];
        other[1_500_000] = 1;
        assertThat(text(one)).isEqualTo(text(other));
        assertThat(render(one).digest()).isNotEqualTo(render(other).digest());
        assertThat(render(new ArrayList<>(Collections.nCopies(5000, 1))).digest())
                .isNotEqualTo(
                        render(new ArrayList<>(Collections.nCopies(5000, 2))).digest());
    }

    @Test
    void theOrderOfSetsAndMapsDoesNotCount() {
        Set<Integer> forth = new java.util.LinkedHashSet<>(List.of(1, 2, 3));
        Set<Integer> back = new java.util.LinkedHashSet<>(List.of(3, 2, 1));
        assertThat(render(forth).digest()).isEqualTo(render(back).digest());
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        Map<String, Integer> two = new LinkedHashMap<>(Map.of("b", 2));
        two.put("a", 1);
        assertThat(render(one).digest()).isEqualTo(render(two).digest());
    }
}
