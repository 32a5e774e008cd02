package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import org.junit.jupiter.api.Test;

/** Which variables are defined at this place. */
abstract class VariablesSuite extends EngineConversation {

    @Test
    void aDeclarationDefinesItsVariables() {
        Message.Done done =
                controller.ask(declare(1, "public static int k;", "k = 5", "k")).done();
        assertThat(done.defined()).containsExactly(variable(1, "k"));
        assertThat(done.undefined()).isEmpty();
        assertThat(value(cell(2, "$JShell$1.k"))).isEqualTo("5");
    }

    @Test
    void readingWhatWasNeverDeclaredHereSaysWhich() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Outcome.Undefined undefined = (Outcome.Undefined) outcome(cell(2, "$JShell$1.k"));
        assertThat(undefined.variable()).isEqualTo(variable(1, "k"));
        assertThat(undefined.fault().message().orElseThrow()).startsWith("k is not defined at this place");
        assertThat(undefined.fault().frames()).extracting(Frame::method).containsExactly("do_it$");
    }

    @Test
    void aReadThatDoesNotHappenIsNoError() {
        controller.know(cells.wrapper(1, "public static int k;"));
        assertThat(value(cell(2, "rank() == 0 ? $JShell$1.k : -1"))).isEqualTo("-1");
    }

    @Test
    void aFailedInitialiserLeavesItsVariableUndefined() {
        Message.Done failed = controller
                .ask(declare(2, "public static int m;", "m = Integer.parseInt(\"no\")", "m"))
                .done();
        assertThat(failed.undefined()).containsExactly(variable(2, "m"));
        assertThat(outcome(cell(3, "$JShell$2.m"))).isInstanceOf(Outcome.Undefined.class);
    }

    @Test
    void anAssignmentDefines() {
        controller.know(cells.wrapper(1, "public static int k;"));
        assertThat(outcome(cell(2, "$JShell$1.k"))).isInstanceOf(Outcome.Undefined.class);
        Message.Done done = controller.ask(run(3, "$JShell$1.k = 8;")).done();
        assertThat(done.defined()).containsExactly(variable(1, "k"));
        assertThat(controller.ask(run(4, "$JShell$1.k = 9;")).done().defined()).isEmpty();
        assertThat(value(cell(5, "$JShell$1.k"))).isEqualTo("9");
    }

    @Test
    void addingToAnUndefinedVariableReadsIt() {
        controller.know(cells.wrapper(1, "public static int k;"));
        assertThat(outcome(run(2, "$JShell$1.k += 1;"))).isInstanceOf(Outcome.Undefined.class);
    }

    @Test
    void aCompiledLoopSeesThatItsVariableIsUndefinedAgain() {
        controller.ask(declare(1, "public static int k;", "k = 1", "k"));
        String members =
                "public static long sum() { long s = 0; for (int i = 0; i < 3_000_000; i++) s += $JShell$1.k; return"
                        + " s; }";
        assertThat(value(cell(2, "sum()", members))).isEqualTo("3000000");
        assertThat(value(cell(3, "$JShell$2.sum()"))).isEqualTo("3000000");
        controller.ask(new Message.Forget(SESSION, java.util.List.of(variable(1, "k"))));
        assertThat(outcome(cell(4, "$JShell$2.sum()"))).isInstanceOf(Outcome.Undefined.class);
    }

    @Test
    void aPoolThreadThatReadsAnUndefinedVariableEndsTheCellTheSameWay() {
        controller.know(cells.wrapper(1, "public static int k;"));
        String read = "IntStream.range(0, 100).parallel().map(i -> $JShell$1.k + i).sum()";
        assertThat(outcome(cell(2, read))).isInstanceOf(Outcome.Undefined.class);
    }
}
