package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.codec.Named;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that engines know by name. */
abstract class TaskNamesSuite extends TaskConversation {

    @Test
    void aNameThatNobodyDeclaresHoldsWhatIsPutThere() {
        assertThat(valueOf(new TaskFunction.Put(name("n")), List.of(1, 2))).isNull();
        assertThat(valueOf(get(name("n")))).isEqualTo(List.of(1, 2));
        valueOf(new TaskFunction.Put(name("n")), (Object) null);
        assertThat(valueOf(get(name("n")))).isNull();
        valueOf(new TaskFunction.Put(name("m")), 1);
        assertThat(valueOf(new TaskFunction.Names())).isEqualTo(List.of("m", "n"));
        valueOf(new TaskFunction.Drop(List.of(), List.of("n")));
        assertThat(valueOf(new TaskFunction.Names())).isEqualTo(List.of("m"));
    }

    @Test
    void aNameThatIsNotDefinedIsRefused() {
        assertThat(refusalOf(get(name("k")))).isEqualTo("k is not defined here.");
        controller.know(cells.wrapper(1, "public static int k;"));
        assertThat(refusalOf(get(name("k", variable(1, "k"))))).isEqualTo("k is not defined here.");
    }

    @Test
    void whatIsPutIntoASessionVariableIsSeenByCells() {
        controller.know(cells.wrapper(1, "public static int k;"));
        valueOf(new TaskFunction.Put(name("k", variable(1, "k"))), 5);
        assertThat(value(cell(2, "$JShell$1.k + 1"))).isEqualTo("6");
        assertThat(valueOf(get(name("k", variable(1, "k"))))).isEqualTo(5);
    }

    @Test
    void theNextCellTellsThatAPutDefinedAVariable() {
        controller.know(cells.wrapper(1, "public static int k;"));
        valueOf(new TaskFunction.Put(name("k", variable(1, "k"))), 5);
        assertThat(controller.ask(cell(2, "1")).done().defined()).containsExactly(variable(1, "k"));
    }

    @ParameterizedTest
    @CsvSource({"long, 5", "double, 5.0", "float, 5.0", "Integer, 5", "Object, 5", "Number, 5", "Comparable, 5"})
    void aValueIsBoxedAndWidenedAsInAnAssignment(String type, String shown) {
        controller.know(cells.wrapper(1, "public static " + type + " k;"));
        valueOf(new TaskFunction.Put(name("k", variable(1, "k"))), 5);
        assertThat(String.valueOf(valueOf(get(name("k", variable(1, "k")))))).isEqualTo(shown);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithBothTypes() {
        controller.know(cells.wrapper(1, "public static int k; public record P(int x) {} public static P p;"));
        assertThat(refusalOf(new TaskFunction.Put(name("k", variable(1, "k"))), "text"))
                .isEqualTo("k is an int; a java.lang.String cannot be put into it.");
        assertThat(refusalOf(new TaskFunction.Put(name("k", variable(1, "k"))), 5L))
                .isEqualTo("k is an int; a java.lang.Long cannot be put into it.");
        assertThat(refusalOf(new TaskFunction.Put(name("k", variable(1, "k"))), (Object) null))
                .isEqualTo("k is an int; null cannot be put into it.");
        assertThat(refusalOf(new TaskFunction.Put(name("p", variable(1, "p"))), 5))
                .isEqualTo("p is a P; a java.lang.Integer cannot be put into it.");
        assertThat(refusalOf(get(name("k", variable(1, "k"))))).isEqualTo("k is not defined here.");
    }

    @Test
    void aPathLeadsThroughFieldsAndRecordComponents() {
        String members =
                "public record P(int x, int[] a) {} public static class Q { P p = new P(7, new int[3]); Q next; }"
                        + " public static Q q;";
        controller.ask(declare(1, members, "q = new Q()", "q"));
        VariableRef q = variable(1, "q");
        assertThat(valueOf(get(name("q.p.x", q)))).isEqualTo(7);
        assertThat(valueOf(get(name("q.p.a.length", q)))).isEqualTo(3);
        assertThat(refusalOf(get(name("q.p.y", q)))).isEqualTo("q.p has no field y: it is a P.");
        assertThat(refusalOf(get(name("q.next.p", q)))).isEqualTo("q.next is null here, so it has no field p.");
        assertThat(refusalOf(new TaskFunction.Put(name("q.p", q)), 5))
                .isEqualTo("q.p cannot be put: a name with dots can only be read. Put q as a whole.");
    }

    @Test
    void blocksAreContiguousInOrderAndNearlyEqual() {
        valueOf(new TaskFunction.Put(name("a")), (Object) new int[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(valueOf(part("a", 0, 3, false))).isEqualTo(new int[] {1, 2, 3});
        assertThat(valueOf(part("a", 1, 3, false))).isEqualTo(new int[] {4, 5, 6});
        assertThat(valueOf(part("a", 2, 3, false))).isEqualTo(new int[] {7, 8});
        assertThat(valueOf(part("a", 9, 10, false))).isEqualTo(new int[0]);
    }

    @Test
    void listsIterablesAndTextsHaveBlocksToo() {
        valueOf(new TaskFunction.Put(name("l")), new ArrayList<>(Arrays.asList("a", null, "c")));
        assertThat(valueOf(part("l", 0, 2, false))).isEqualTo(Arrays.asList("a", null));
        valueOf(new TaskFunction.Put(name("s")), new TreeSet<>(List.of(3, 1, 2)));
        assertThat(valueOf(part("s", 1, 2, false))).isEqualTo(List.of(3));
        valueOf(new TaskFunction.Put(name("t")), "abcde");
        assertThat(valueOf(part("t", 0, 2, false))).isEqualTo("abc");
        valueOf(new TaskFunction.Put(name("i")), 5);
        assertThat(refusalOf(part("i", 0, 2, false)))
                .isEqualTo("i is a java.lang.Integer; only arrays, lists and other iterables have blocks.");
    }

    @Test
    void aFlattenedBlockOfOneElementIsThatElement() {
        valueOf(new TaskFunction.Put(name("a")), (Object) new String[] {"x", "y"});
        assertThat(valueOf(part("a", 1, 2, true))).isEqualTo("y");
        assertThat(valueOf(part("a", 0, 1, true))).isEqualTo(new String[] {"x", "y"});
        valueOf(new TaskFunction.Put(name("l")), List.of(7, 8));
        assertThat(valueOf(part("l", 0, 2, true))).isEqualTo(7);
    }

    @Test
    void piecesAreJoinedInOrder() {
        TaskFunction join = new TaskFunction.Join(name("j"));
        valueOf(join, new int[] {1, 2}, new int[] {3}, new int[] {4});
        assertThat(valueOf(get(name("j")))).isEqualTo(new int[] {1, 2, 3, 4});
        valueOf(join, new int[] {1, 2}, 3);
        assertThat(valueOf(get(name("j")))).isEqualTo(List.of(1, 2, 3));
        valueOf(join, List.of("a"), "b", List.of("c", "d"));
        assertThat(valueOf(get(name("j")))).isEqualTo(List.of("a", "b", "c", "d"));
        valueOf(join, 1, 2);
        assertThat(valueOf(get(name("j")))).isEqualTo(List.of(1, 2));
        valueOf(join, new int[] {1}, new double[] {2.5});
        assertThat(valueOf(get(name("j")))).isEqualTo(List.of(1, 2.5));
    }

    @Test
    void joinedPiecesGoIntoASessionVariableToo() {
        controller.know(cells.wrapper(1, "public static double[] d;"));
        Name d = name("d", variable(1, "d"));
        valueOf(new TaskFunction.Join(d), new double[] {1, 2}, new double[] {3});
        assertThat(value(cell(2, "$JShell$1.d.length"))).isEqualTo("3");
    }

    @Test
    void aTaskReadsTheEnginesOwnValuesByName() {
        controller.ask(declare(1, "public static int k;", "k = 5", "k"));
        valueOf(new TaskFunction.Put(name("n")), "put");
        assertThat(valueOf(call(3, "() -> here(\"k\")"))).isEqualTo(5);
        assertThat(valueOf(call(4, "() -> here(\"n\")"))).isEqualTo("put");
        assertThat(value(cell(5, "here(\"n\")"))).isEqualTo("\"put\"");
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(6, "() -> here(\"z\")"));
        assertThat(thrown.fault().message().orElseThrow()).startsWith("z is not defined on engine 2. Send it there");
    }

    @Test
    void theVariableThatWasDeclaredLastHasTheName() {
        controller.ask(declare(1, "public static int k;", "k = 5", "k"));
        controller.ask(declare(2, "public static String k;", "k = \"new\"", "k"));
        assertThat(value(cell(3, "here(\"k\")"))).isEqualTo("\"new\"");
        controller.ask(declare(1, "public static int k;", "k = 5", "k"));
        assertThat(value(cell(4, "here(\"k\")"))).isEqualTo("5");
        controller.ask(new Message.Forget(SESSION, List.of(variable(1, "k"))));
        assertThat(value(cell(5, "here(\"k\")"))).isEqualTo("\"new\"");
    }

    @Test
    void anArgumentMayStandForTheEnginesOwnVariable() {
        controller.ask(declare(1, "public static int k;", "k = 5", "k"));
        valueOf(new TaskFunction.Put(name("n")), "put");
        TaskFunction same = call(written(2, "Fn<Object, Object>", "o -> o"));
        assertThat(valueOf(same, new OfName("k"))).isEqualTo(5);
        assertThat(valueOf(same, new OfName("n"))).isEqualTo("put");
        assertThat(refusalOf(same, new OfName("z"))).isEqualTo("z is not defined here.");
    }

    /** As the client library has it. */
    private record OfName(String name) implements Named {}

    @Test
    void aLargeBlockLiesInAFile() {
        valueOf(new TaskFunction.Put(name("a")), (Object) new double[200_000]);
        TaskOutcome.Value half = (TaskOutcome.Value) outcomeOf(part("a", 1, 2, false));
        assertThat(half.value()).isInstanceOf(Parcel.Spooled.class);
        assertThat((double[]) value(half.value())).hasSize(100_000);
    }

    private static TaskFunction part(String name, int index, int of, boolean flatten) {
        return new TaskFunction.Get(name(name), Optional.of(new TaskFunction.Part(index, of, flatten)));
    }
}
