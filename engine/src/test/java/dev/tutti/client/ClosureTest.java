package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.codec.CodeSite;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closures of a session: what they read is asked for, and carried. */
final class ClosureTest {

    /** Stands for a wrapper of the session's. */
    static final class Wrapper {
        static int k;
        static Object list;
        static Fn<Integer, Integer> helper;
    }

    /** Stands for a lambda of the session's. */
    private record Reads() implements Call<Integer> {
        @Override
        public Integer call() {
            return Wrapper.k;
        }
    }

    private record ReadsMore() implements Fn<Integer, Integer> {
        @Override
        public Integer apply(Integer x) {
            return x + Wrapper.k;
        }
    }

    private static final CodeSite SITE = new CodeSite("REPL.$JShell$5", "lambda$1", "()I");
    private static final CodeSite MORE = new CodeSite("REPL.$JShell$6", "lambda$2", "(I)I");
    private static final VariableRef K = new VariableRef(Wrapper.class.getName(), "k");
    private static final VariableRef LIST = new VariableRef(Wrapper.class.getName(), "list");
    private static final VariableRef HELPER = new VariableRef(Wrapper.class.getName(), "helper");

    private final FakeCluster fake = FakeCluster.inSession(0);

    @BeforeEach
    void aFunctionThatReadsK() {
        Wrapper.k = 3;
        fake.codec.bringsAlong(Reads.class, SITE);
        fake.codec.bringsAlong(ReadsMore.class, MORE);
        reaches(SITE, captures(K));
    }

    private static TaskMessage.Captures captures(VariableRef... reads) {
        return new TaskMessage.Captures(List.of(reads), List.of("REPL.$JShell$5"), Optional.empty());
    }

    private void reaches(CodeSite site, TaskMessage.Captures captures) {
        var before = fake.link.answers;
        fake.link.answers = question -> question instanceof TaskMessage.AskCaptures ask
                        && ask.className().equals(site.className())
                ? captures
                : before.apply(question);
    }

    private TaskFunction.Call function(Object function) {
        return (TaskFunction.Call) fake.dispatcher.function(function);
    }

    private TaskMessage.Context context(TaskFunction.Call call) {
        return fake.dispatcher.context(call.context().orElseThrow()).orElseThrow();
    }

    private Object value(TaskMessage.Context context, int index) throws Exception {
        return fake.codec.decode(context.values().get(index));
    }

    @Test
    void theValuesThatItReadsAreCarried() throws Exception {
        TaskMessage.Context context = context(function(new Reads()));

        assertThat(context.variables()).containsExactly(K);
        assertThat(context.classes()).containsExactly("REPL.$JShell$5");
        assertThat(value(context, 0)).isEqualTo(3);
    }

    @Test
    void theKernelIsAskedOnceForEachSite() {
        function(new Reads());
        function(new Reads());

        assertThat(fake.link.asked).hasSize(1);
    }

    @Test
    void whatHasNotChangedHasTheSameContextAndIsNotEncodedAgain() {
        ContextId first = function(new Reads()).context().orElseThrow();
        int encodings = fake.codec.encodings;
        ContextId second = function(new Reads()).context().orElseThrow();

        assertThat(second).isSameAs(first);
        assertThat(fake.codec.encodings - encodings).isEqualTo(1);
    }

    @Test
    void whatHasChangedHasAnotherContext() throws Exception {
        TaskFunction.Call first = function(new Reads());
        Wrapper.k = 4;
        TaskFunction.Call second = function(new Reads());

        assertThat(second.context()).isNotEqualTo(first.context());
        assertThat(value(context(first), 0)).isEqualTo(3);
        assertThat(value(context(second), 0)).isEqualTo(4);
    }

    @Test
    void whatMayHaveChangedInsideIsEncodedEachTimeAndToldByItsDigest() {
        reaches(SITE, captures(LIST));
        Wrapper.list = List.of(1, 2);
        ContextId first = function(new Reads()).context().orElseThrow();
        int encodings = fake.codec.encodings;
        ContextId second = function(new Reads()).context().orElseThrow();

        assertThat(second).isSameAs(first);
        assertThat(fake.codec.encodings - encodings).isEqualTo(2);
    }

    @Test
    void codeThatAValueBringsAlongIsFollowed() throws Exception {
        reaches(SITE, captures(HELPER));
        reaches(MORE, captures(K));
        Wrapper.helper = new ReadsMore();

        TaskMessage.Context context = context(function(new Reads()));

        assertThat(context.variables()).containsExactly(HELPER, K);
        assertThat(value(context, 1)).isEqualTo(3);
    }

    @Test
    void codeThatReadsNothingHasNoContext() {
        reaches(SITE, captures());

        assertThat(function(new Reads()).context()).isEmpty();
    }

    @Test
    void aRefusalOfTheKernelIsToldAsItIs() {
        reaches(
                SITE,
                new TaskMessage.Captures(
                        List.of(), List.of(), Optional.of("k is assigned in a task; return the value")));

        assertThatThrownBy(() -> function(new Reads()))
                .isInstanceOf(UnsendableClosureException.class)
                .hasMessage("This function cannot be sent: k is assigned in a task; return the value");
    }

    @Test
    void aVariableThatCannotTravelIsNamed() {
        reaches(SITE, captures(LIST));
        Wrapper.list = new Thread();
        fake.codec.refuse(Thread.class, "java.lang.Thread");

        assertThatThrownBy(() -> function(new Reads()))
                .isInstanceOf(UnsendableClosureException.class)
                .hasMessage("This function cannot be sent: capture list → java.lang.Thread");
    }

    @Test
    void anArgumentMayNotReadSessionVariables() {
        assertThatThrownBy(() -> fake.dispatcher.arguments(List.of(1, new Reads())))
                .isInstanceOf(UnsendableClosureException.class)
                .hasMessageStartingWith("Argument 2 cannot be sent: its code reads k");
    }

    @Test
    void aKernelThatDoesNotAnswerRefuses() {
        fake.link.answers = _ -> new Message.Failure("The kernel is gone.");

        assertThatThrownBy(() -> function(new Reads()))
                .isInstanceOf(UnsendableClosureException.class)
                .hasMessage("What this function reaches cannot be told: The kernel is gone.");
    }

    @Test
    void aContextLivesAsLongAsAFunctionThatNeedsIt() {
        TaskFunction.Call first = function(new Reads());
        for (int i = 0; i < 200; i++) {
            Wrapper.k = 100 + i;
            function(new Reads());
        }
        System.gc();

        assertThat(context(first).variables()).containsExactly(K);
    }

    @Test
    void capturesShowWhatWouldTravel() {
        Captures captures = Captures.of(new Reads(), fake.dispatcher.closures());

        assertThat(captures.rows())
                .extracting(Captures.Row::what, Captures.Row::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("(code)", "ClosureTest$Reads"),
                        org.assertj.core.groups.Tuple.tuple("k", "Integer"));
        assertThat(captures.bytes()).isEqualTo(8);
        assertThat(captures.toString()).isEqualTo("""
            (code)  ClosureTest$Reads  4 bytes
            k       Integer            4 bytes
            total                      8 bytes\
            """);
    }

    @Test
    void capturesShowTheRefusal() {
        fake.codec.refuse(Reads.class, "Foo.conn → java.net.Socket");

        assertThat(Captures.of(new Reads(), fake.dispatcher.closures()))
                .hasToString("cannot be sent: Foo.conn → java.net.Socket");
    }

    @Test
    void namesAreAskedOfTheKernelAndDeclared() {
        fake.link.answers = question -> {
            TaskMessage.AskVariable ask = (TaskMessage.AskVariable) question;
            return ask.declare().isPresent()
                    ? new TaskMessage.VariableFound(
                            Optional.of(K), ask.declare().get())
                    : new TaskMessage.VariableFound(Optional.empty(), "");
        };

        fake.cluster.engine(0).put("point", new int[] {1});
        fake.cluster.engine(0).put("point", new int[] {2});

        assertThat(fake.link.asked).containsExactly(new TaskMessage.AskVariable("point", Optional.of("int[]")));
        TaskMessage.Submit submit = (TaskMessage.Submit) fake.link.sent.getLast();
        TaskFunction.Put put = (TaskFunction.Put) submit.functions().getFirst();
        assertThat(put.name().variable()).contains(K);
    }
}
