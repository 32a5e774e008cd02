package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EntryPoint;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.Header;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RenderLimits;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.engine.wire.RequestId;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values, exceptions and what goes wrong on the way. */
abstract class ValuesSuite extends EngineConversation {

    @Test
    void theEngineShowsItsTokenAndTellsWhatItIs() {
        assertThat(controller.hello.version()).isEqualTo(EngineVersion.TEXT);
        assertThat(controller.hello.java()).isEqualTo(System.getProperty("java.version"));
        assertThat(controller.hello.host()).isNotBlank();
        assertThat(controller.hello.pid()).isPositive();
    }

    @Test
    void anExpressionGivesItsValueAndType() {
        Message.Done done = controller.ask(cell(1, "new int[] {1, 2, 3}")).done();
        Rendered rendered = ((Outcome.Value) done.outcome()).rendered();
        assertThat(rendered.text()).isEqualTo("[1, 2, 3]");
        assertThat(rendered.type()).isEqualTo("int[]");
        assertThat(done.completed()).isEqualTo(1);
        assertThat(done.wallNanos()).isPositive();
    }

    @Test
    void nullIsAValue() {
        assertThat(value(cell(1, "null"))).isEqualTo("null");
    }

    @Test
    void aVoidEntryPointGivesNothing() {
        String body = "public static void do_it$() {}";
        assertThat(outcome(execute(entry(1, true), cells.wrapper(1, body)))).isEqualTo(new Outcome.Nothing());
    }

    @Test
    void aValueThatIsNotShownIsKeptAsResult() {
        Message.Execute shown = cell(1, "41 + 1");
        Message.Execute hidden = new Message.Execute(
                shown.session(),
                shown.cell(),
                shown.targets(),
                shown.classes(),
                List.of(),
                shown.entries(),
                false,
                shown.limits());
        assertThat(outcome(hidden)).isEqualTo(new Outcome.Nothing());
        assertThat(value(cell(2, "out(1)"))).isEqualTo("42");
    }

    @Test
    void anUnknownResultIsAnErrorThatNamesTheCell() {
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(cell(1, "out(77)"));
        assertThat(thrown.fault().message().orElseThrow()).contains("Out[77]", "cell 77");
    }

    @Test
    void rankAndSizeAreThoseOfTheTargets() {
        assertThat(value(cell(1, "rank() + \" of \" + size() + \" at \" + engineId()")))
                .isEqualTo("\"1 of 3 at 2\"");
    }

    @Test
    void threadsOfPoolsKnowTheRankToo() {
        assertThat(value(cell(1, "IntStream.range(0, 64).parallel().map(i -> rank()).sum()")))
                .isEqualTo("64");
    }

    @Test
    void anExceptionIsToldWithFramesOfTheUserAlone() {
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(cell(1, "f(0)", "static int f(int n) { return 1 / n; }"));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.ArithmeticException");
        assertThat(thrown.fault().message()).contains("/ by zero");
        assertThat(thrown.fault().frames()).extracting(Frame::method).containsExactly("f", "do_it$");
    }

    @Test
    void causesAndSuppressedExceptionsAreToldAndCyclesCut() {
        String members = """
            static Object f() throws Exception {
                Exception a = new Exception("a");
                Exception b = new Exception("b", a);
                a.initCause(b);
                a.addSuppressed(new RuntimeException("s"));
                throw a;
            }\
            """;
        Fault fault = ((Outcome.Thrown) outcome(cell(1, "f()", members))).fault();
        assertThat(fault.cause().orElseThrow().message()).contains("b");
        assertThat(fault.cause().orElseThrow().cause()).isEmpty();
        assertThat(fault.suppressed())
                .extracting(suppressed -> suppressed.message().orElseThrow())
                .containsExactly("s");
    }

    @Test
    void anExceptionTypedAtThePromptHasItsTypedName() {
        String members = "static class MyError extends RuntimeException { MyError() { super(\"x\".repeat(20_000)); } }";
        Fault fault = ((Outcome.Thrown) outcome(run(12, "throw new MyError();", members))).fault();
        assertThat(fault.className()).isEqualTo("MyError");
        assertThat(fault.message().orElseThrow()).hasSizeLessThan(10_100).endsWith("(10000 of 20000 characters)");
    }

    @Test
    void anExceptionWhoseMethodsThrowIsStillTold() {
        String members = """
            static class Bad extends RuntimeException {
                public String getMessage() { throw new IllegalStateException(); }
                public Throwable getCause() { throw new IllegalStateException(); }
                public StackTraceElement[] getStackTrace() { throw new IllegalStateException(); }
            }\
            """;
        Fault fault = ((Outcome.Thrown) outcome(run(1, "throw new Bad();", members))).fault();
        assertThat(fault.className()).isEqualTo("Bad");
        assertThat(fault.message().orElseThrow()).contains("getMessage() threw");
    }

    @Test
    void theEngineOutlivesAStackOverflow() {
        Outcome.Thrown thrown =
                (Outcome.Thrown) outcome(cell(1, "f(1)", "static int f(int n) { return f(n + 1) + 1; }"));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.StackOverflowError");
        assertThat(value(cell(2, "2"))).isEqualTo("2");
    }

    @Test
    void theEngineOutlivesAnExhaustedHeap() {
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(
                run(1, "List<long[]> all = new ArrayList<>(); for (;;) all.add(new long[Integer.MAX_VALUE - 8]);"));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.OutOfMemoryError");
        assertThat(value(cell(2, "2"))).isEqualTo("2");
    }

    @Test
    void anErrorInAClassInitialiserIsToldAsWhatItIs() {
        String members = "static class A { static int x = Integer.parseInt(\"no\"); }";
        Fault fault = ((Outcome.Thrown) outcome(cell(1, "A.x", members))).fault();
        assertThat(fault.className()).isEqualTo("java.lang.NumberFormatException");
    }

    @Test
    void entriesRunInOrderUntilOneThrows() {
        String members = """
            public static void do_a$() { System.out.print("a"); }
            public static void do_b$() { throw new IllegalStateException(); }
            public static void do_c$() { System.out.print("c"); }\
            """;
        List<EntryPoint> entries = List.of(point("do_a$"), point("do_b$"), point("do_c$"));
        ControllerEnd.Answer answer = controller.ask(execute(entries, cells.wrapper(1, members), List.of()));
        assertThat(answer.text()).isEqualTo("a");
        assertThat(answer.done().completed()).isEqualTo(1);
    }

    private static EntryPoint point(String method) {
        return new EntryPoint("REPL.$JShell$1", method, List.of(), false);
    }

    @Test
    void aMissingEntryPointIsTold() {
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(execute(entry(99, true), List.of()));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.ClassNotFoundException");
    }

    @Test
    void aBodyThatCannotBeReadAnswersItsOwnRequestAndTheConnectionLivesOn() {
        RequestId id = new RequestId(4711);
        ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH + 3);
        new Header(Header.PROTOCOL, 10, id, 3).write(frame);
        controller.send(frame.array());
        assertThat(((Message.Failure) controller.next(id)).reason()).contains("Engine 2", "ends too early");
        assertThat(value(cell(1, "1"))).isEqualTo("1");
    }

    @Test
    void aMessageOfAnUnknownTypeIsAnswered() {
        RequestId id = new RequestId(4712);
        ByteBuffer frame = ByteBuffer.allocate(Header.LENGTH);
        new Header(Header.PROTOCOL, 250, id, 0).write(frame);
        controller.send(frame.array());
        assertThat(((Message.Failure) controller.next(id)).reason()).contains("unknown type 250");
    }

    @Test
    void aSignOfLifeTellsTheHeap() {
        Message.Pong pong = (Message.Pong) controller.ask(new Message.Ping(3)).reply();
        assertThat(pong.heapUsedBytes()).isPositive().isLessThanOrEqualTo(pong.heapMaxBytes());
        assertThat(pong.received()).isEqualTo(2);
    }

    @Test
    void variablesAreRenderedAtTheirPlace() {
        controller.ask(declare(1, "public static int k; public static String s;", "k = 5; s = \"x\"", "k", "s"));
        Message.Reply reply = controller
                .ask(new Message.ReadVariables(
                        SESSION,
                        List.of(variable(1, "s"), variable(1, "other"), variable(1, "k")),
                        RenderLimits.DEFAULT))
                .reply();
        assertThat(((Message.VariablesRead) reply).values())
                .extracting(value -> value.map(Rendered::text).orElse("-"))
                .containsExactly("\"x\"", "-", "5");
    }

    @Test
    void aForgottenVariableLetsItsValueGo() {
        controller.ask(declare(1, "public static Object o; public static int i;", "o = new Object(); i = 3", "o", "i"));
        List<dev.tutti.engine.wire.VariableRef> both =
                List.of(variable(1, "o"), variable(1, "i"), variable(50, "never"));
        assertThat(controller.ask(new Message.Forget(SESSION, both)).reply()).isEqualTo(new Message.Ack());
        assertThat(value(cell(2, "Class.forName(\"REPL.$JShell$1\").getField(\"o\").get(null)")))
                .isEqualTo("null");
        assertThat(outcome(cell(3, "$JShell$1.i"))).isInstanceOf(Outcome.Undefined.class);
    }
}
