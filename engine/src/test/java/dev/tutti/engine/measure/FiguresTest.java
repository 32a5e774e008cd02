package dev.tutti.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is measured at an engine comes to the kernel as it was. */
final class FiguresTest {

    @Test
    void rowsComeBackFromText() {
        Figures figures = new Figures.Builder()
                .row("a", 1, 2.5)
                .row("b", "x\ty\nz")
                .row("a", "")
                .build();
        Figures back = Figures.parse(figures.text());
        assertThat(back.all("a")).containsExactly(List.of("1", "2.5"), List.of(""));
        assertThat(back.row("b")).containsExactly("x y z");
    }

    @Test
    void aRowThatIsMissingIsNamed() {
        assertThatThrownBy(() -> new Figures(List.of()).row("heap")).hasMessageContaining("'heap'");
    }

    @Test
    void whatIsLeftIsTakenOnce() {
        new Figures.Builder().row("a", 1).build().leave();
        assertThat(Figures.take()).isEqualTo("a\t1");
        assertThat(Figures.take()).isEmpty();
    }

    @Test
    void memoryOfCodeIsCountedAndComesBack() throws Exception {
        MemoryUse use = MemoryUse.of(() -> new byte[8 << 20]);
        assertThat(use.allocatedBytes()).isBetween(8L << 20, 12L << 20);
        assertThat(use.keptBytes()).isGreaterThan(7L << 20);
        assertThat(MemoryUse.of(Figures.parse(Figures.take()))).isEqualTo(use);
    }

    @Test
    void theHeapOfThisJvmHasStringsAndComesBack() {
        HeapUse heap = HeapUse.now();
        assertThat(heap.classes()).extracting(HeapUse.Row::type).contains("byte[]", "java.lang.String");
        assertThat(heap.usedBytes()).isPositive();
        assertThat(HeapUse.of(Figures.parse(heap.figures().text()))).isEqualTo(heap);
    }

    @Test
    void theThreadsOfThisJvmHaveTheirFramesAndComeBack() {
        ThreadDump dump = new ThreadDump(
                List.of(new ThreadDump.Row(
                        "w", ThreadDump.Owner.USER, "blocked", "Lock, which v has", List.of("f", "g"), 3)),
                Set.of("w"));
        assertThat(ThreadDump.of(Figures.parse(dump.figures().text()))).isEqualTo(dump);
        assertThat(ThreadDump.now().threads()).isNotEmpty();
    }

    @Test
    void aProfileFindsWhereTheTimeGoes() throws Exception {
        Profile profile = Profile.of(1, FiguresTest::spin);
        assertThat(profile.stacks().keySet().stream().flatMap(List::stream))
                .contains("dev.tutti.engine.measure.FiguresTest.spin");
        assertThat(Profile.of(Figures.parse(Figures.take()))).isEqualTo(profile);
    }

    private static long spin() {
        long until = System.nanoTime() + Duration.ofMillis(500).toNanos();
        long turns = 0;
        while (System.nanoTime() < until) {
            turns++;
        }
        return turns;
    }

    @Test
    void profilesOfEnginesAddUp() {
        Profile one = new Profile(Duration.ofMillis(3), Map.of(List.of("a", "b"), 2L), Map.of("X", 5L), Map.of());
        Profile other = new Profile(Duration.ofMillis(4), Map.of(List.of("a", "b"), 1L), Map.of("Y", 1L), Map.of());
        Profile both = one.plus(other);
        assertThat(both.samples()).isEqualTo(3);
        assertThat(both.wall()).isEqualTo(Duration.ofMillis(4));
        assertThat(both.allocations()).containsOnly(Map.entry("X", 5L), Map.entry("Y", 1L));
    }

    @Test
    void classesHaveTheNamesThatPeopleWrite() {
        assertThat(TypeName.of("[[I")).isEqualTo("int[][]");
        assertThat(TypeName.of("[Ljava.lang.String;")).isEqualTo("java.lang.String[]");
        assertThat(TypeName.of("REPL.$JShell$12B$Point")).isEqualTo("Point");
        assertThat(FrameName.method("REPL.$JShell$3", "lambda$fib$0")).isEqualTo("fib");
        assertThat(FrameName.method("REPL.$JShell$3", "do_it$")).isEqualTo("(cell)");
    }

    @Test
    void unitsHaveThreeDigits() {
        assertThat(Units.time(0.1234)).isEqualTo("0.123 ns");
        assertThat(Units.time(1_234)).isEqualTo("1.23 µs");
        assertThat(Units.time(123_456_789)).isEqualTo("123 ms");
        assertThat(Units.time(5e9)).isEqualTo("5.00 s");
        assertThat(Units.size(1023)).isEqualTo("1023 B");
        assertThat(Units.size(1 << 20)).isEqualTo("1.00 MB");
    }
}
