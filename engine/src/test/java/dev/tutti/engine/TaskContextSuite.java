package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closures carry the session variables that they read. */
abstract class TaskContextSuite extends TaskConversation {

    private static final ContextId ID = new ContextId(3, 4);

    /** The wrappers that touch k, and their holder. */
    private static final List<String> ANEW = List.of("REPL.$JShell$1", "REPL.$JShell$2", "REPL.$Defined$$JShell$1$k");

    @Test
    void aClosureSeesTheValuesItCarriesAndTheEngineKeepsItsOwn() {
        declareK();
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        carry(ID, 70);
        assertThat(valueOf(call(ID, closure))).isEqualTo(70);
        assertThat(valueOf(call(3, "() -> here(\"k\")"))).isEqualTo(5);
        assertThat(value(cell(4, "$JShell$1.k"))).isEqualTo("5");
    }

    @Test
    void itNeedsNoVariableOfTheEngines() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        carry(ID, 70);
        assertThat(valueOf(call(ID, closure))).isEqualTo(70);
        assertThat(value(cell(3, "1"))).isEqualTo("1");
    }

    @Test
    void aContextIsAskedForOnce() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        Object other = written(5, "Call<Object>", "() -> 1");
        carry(ID, 70);
        valueOf(call(ID, closure));
        valueOf(call(ID, other));
        valueOf(call(ID, closure));
        assertThat(controller.contextsAsked).containsExactly(new TaskMessage.AskContext(CLIENT, ID));
    }

    @Test
    void twoContextsLiveSideBySide() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        ContextId other = new ContextId(3, 5);
        carry(ID, 70);
        carry(other, 80);
        assertThat(valueOf(call(ID, closure))).isEqualTo(70);
        assertThat(valueOf(call(other, closure))).isEqualTo(80);
        assertThat(valueOf(call(ID, closure))).isEqualTo(70);
    }

    @Test
    void aRecordDeclaredAtThePromptStaysOneClass() {
        controller.know(cells.wrapper(1, "public record P(int x) implements java.io.Serializable {}"));
        controller.know(cells.wrapper(3, "public static int k;"));
        Object closure = written(2, "Fn<Object, Object>", "p -> new $JShell$1.P($JShell$3.k + (($JShell$1.P) p).x())");
        TaskMessage.Context context = new TaskMessage.Context(
                List.of("REPL.$JShell$3", "REPL.$JShell$2", "REPL.$Defined$$JShell$3$k"),
                List.of(variable(3, "k")),
                List.of(parcel(70)));
        controller.know(ID, context);
        Object made = madeBy(written(5, "Call<Object>", "() -> new $JShell$1.P(7)"));
        assertThat(valueOf(call(ID, closure), made)).hasToString("P[x=77]");
    }

    @Test
    void anAssignmentInATaskFails() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k = 3");
        carry(ID, 70);
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(ID, closure));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(thrown.fault().message()).contains("k is assigned in a task; return the value.");
    }

    @Test
    void aVariableThatIsNotCarriedIsTheSessions() {
        declareK();
        controller.know(cells.wrapper(3, "public static int m;"));
        Object closure = written(2, "Fn<Boolean, Object>", "b -> b ? $JShell$1.k : $JShell$3.m");
        carry(ID, 70);
        assertThat(valueOf(call(ID, closure), true)).isEqualTo(70);
        TaskOutcome.Thrown thrown = (TaskOutcome.Thrown) outcomeOf(call(ID, closure), false);
        assertThat(thrown.fault().className()).isEqualTo("dev.tutti.woven.UndefinedVariableException");
    }

    @Test
    void aClassThatIsDefinedAlreadyIsFetchedAgainOnce() {
        declareK();
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        ContextId other = new ContextId(3, 5);
        carry(ID, 70);
        carry(other, 80);
        assertThat(valueOf(call(ID, closure))).isEqualTo(70);
        assertThat(valueOf(call(other, closure))).isEqualTo(80);
        assertThat(controller.fetched).containsOnlyOnce("REPL.$JShell$1");
    }

    @Test
    void aContextThatCannotBeHadIsRefused() {
        Object closure = written(2, "Call<Object>", "() -> 1");
        assertThat(refusalOf(call(ID, closure)))
                .isEqualTo("The session variables that the closure reads could not be had: The client is gone.");
    }

    @Test
    void aValueThatDoesNotFitItsVariableIsRefused() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        carry(ID, "text");
        assertThat(refusalOf(call(ID, closure))).isEqualTo("k is an int; a java.lang.String cannot be put into it.");
    }

    @Test
    void theEnginesOwnVariableIsNeverSetInstead() {
        declareK();
        Object closure = written(2, "Call<Object>", "() -> 1");
        controller.know(ID, new TaskMessage.Context(List.of(), List.of(variable(1, "k")), List.of(parcel(70))));
        assertThat(refusalOf(call(ID, closure))).contains("is not among those to define anew");
        assertThat(value(cell(3, "$JShell$1.k"))).isEqualTo("5");
    }

    @Test
    void aClosureIsStoppedByTheSessionsCheck() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure =
                written(2, "Action", "() -> { System.out.print(1); System.out.flush(); while ($JShell$1.k > 0) {} }");
        carry(ID, 70);
        RequestId run = startAndAwaitOutput(call(ID, closure));
        stop(run);
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Stopped.class);
    }

    @Test
    void anotherSessionHasContextsOfItsOwn() {
        controller.know(cells.wrapper(1, "public static int k;"));
        Object closure = written(2, "Call<Object>", "() -> $JShell$1.k");
        carry(ID, 70);
        TaskFunction function = call(ID, closure);
        valueOf(function);
        RequestId run = controller.newId();
        controller.send(
                new TaskMessage.Run(new SessionId(99), CLIENT, List.of(), List.of(function), List.of(spec(run, 0))));
        assertThat(controller.taskAnswer(run).outcome()).isInstanceOf(TaskOutcome.Value.class);
        assertThat(controller.contextsAsked).hasSize(2);
    }

    /** The engine's own k; a kernel has all classes in its journal. */
    private void declareK() {
        Message.Execute declaration = declare(1, "public static int k;", "k = 5", "k");
        controller.know(declaration.classes());
        controller.ask(declaration);
    }

    private void carry(ContextId id, Object value) {
        controller.know(id, new TaskMessage.Context(ANEW, List.of(variable(1, "k")), List.of(parcel(value))));
    }
}
