package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage.AskCaptures;
import dev.tutti.engine.wire.TaskMessage.AskVariable;
import dev.tutti.engine.wire.TaskMessage.CodeExecuted;
import dev.tutti.engine.wire.TaskMessage.ExecuteCode;
import dev.tutti.engine.wire.TaskMessage.VariableFound;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.Controller;
import dev.tutti.kernel.controller.LaunchException;
import dev.tutti.kernel.launch.LocalCluster;
import dev.tutti.kernel.magic.BuiltInMagics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What code of the user's asks of the kernel whose session it runs in, with real engines. */
@Timeout(60)
final class ClientServicesTest {

    private static final List<EngineId> ENGINES = List.of(new EngineId(0), new EngineId(1));
    private static final List<String> BACKGROUND = new CopyOnWriteArrayList<>();

    private static Kernel.Parts parts;
    private static ClientServices services;

    @BeforeAll
    static void open(@TempDir Path folder) throws LaunchException {
        KernelConfig config = Configs.of(2, BACKGROUND::add);
        Session session = new Session(new CompilerSlot(List.of()), BuiltInMagics.catalog(), folder);
        CompletableFuture<Controller> controller = new CompletableFuture<>();
        EngineSupply engines = new EngineSupply(controller, 2, true);
        parts = new Kernel.Parts(config, session, controller, engines);
        controller.complete(LocalCluster.open(parts.controllerConfig(), folder.resolve("connection")));
        services = new ClientServices(parts);
        services.awaitEngines();
    }

    @AfterAll
    static void close() {
        parts.controller().close();
        parts.session().compiler().close();
        assertThat(BACKGROUND).isEmpty();
    }

    @BeforeEach
    void fresh() {
        assertThat(run("%reset").status()).isEqualTo(CellReport.Status.OK);
    }

    private static SessionId session() {
        return parts.session().compiler().session();
    }

    private static CellReport run(String text) {
        return run(text, new HeardCells());
    }

    private static CellReport run(String text, HeardCells heard) {
        return new CellRunner(parts, new CellSource(text, CellOrigin.TYPED), heard).run();
    }

    private static CodeExecuted execute(String code) {
        return services.execute(session(), new ExecuteCode(ENGINES, code, true));
    }

    private static List<String> values(CodeExecuted executed) {
        return executed.ends().stream()
                .map(end -> end.outcome().orElseThrow() instanceof Outcome.Value(var rendered) ? rendered.text() : "")
                .toList();
    }

    private static VariableFound variable(String name, String type) {
        return services.variable(
                session(), new AskVariable(name, type.isEmpty() ? Optional.empty() : Optional.of(type)));
    }

    private static SessionVariable known(String name) {
        return parts.session().compiler().await().variable(name).orElseThrow();
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                done.complete(action.get());
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    @Test
    void codeRunsAtEnginesAsACellOfItsOwn() {
        int before = parts.session().nextCell().value();
        CodeExecuted executed = execute("int r = rank(); System.out.print(\"at \" + r); r * 10");
        assertThat(executed.rejected()).isEmpty();
        assertThat(values(executed)).containsExactly("0", "10");
        assertThat(executed.ends()).extracting(end -> end.stdout()).containsExactly("at 0", "at 1");
        assertThat(parts.session().nextCell().value()).isEqualTo(before + 1);
        assertThat(parts.session().places().definedAt(known("r").ref())).containsExactlyElementsOf(ENGINES);
        assertThat(run("%px r").status()).isEqualTo(CellReport.Status.OK);
    }

    @Test
    void aResultIsShownOnlyIfThatIsAskedFor() {
        CodeExecuted executed = services.execute(session(), new ExecuteCode(ENGINES, "6 * 7", false));
        assertThat(executed.ends()).allSatisfy(end -> assertThat(end.outcome()).contains(new Outcome.Nothing()));
    }

    @Test
    void declarationsAloneRunNowhereAndAreKnownEverywhere() {
        assertThat(execute("int twice(int n) { return 2 * n; }").ends()).hasSize(2);
        assertThat(values(execute("twice(rank())"))).containsExactly("0", "2");
        assertThat(run("twice(4)").status()).isEqualTo(CellReport.Status.OK);
        assertThat(execute("  // nothing").ends()).hasSize(2);
    }

    @Test
    void exceptionsAndLossesAreTold() {
        CodeExecuted thrown = execute("1 / rank()");
        assertThat(thrown.ends().getFirst().outcome().orElseThrow()).isInstanceOf(Outcome.Thrown.class);
        assertThat(values(thrown).getLast()).isEqualTo("1");
    }

    @Test
    void whatDoesNotCompileRunsNowhere() {
        CodeExecuted executed = execute("int ok = 1;\nint x = nope;");
        assertThat(executed.ends()).isEmpty();
        assertThat(executed.rejected().orElseThrow()).contains("nope").contains("in line 2: int x = nope;");
        assertThat(variable("ok", "").variable()).isEmpty();
    }

    @Test
    void magicsAndLocalAreNoTargets() {
        assertThat(execute("%px 1").rejected().orElseThrow()).startsWith("Magics");
        assertThat(execute("!ls").rejected().orElseThrow()).startsWith("Magics");
        assertThat(services.execute(session(), new ExecuteCode(List.of(EngineId.LOCAL), "1", true))
                        .rejected()
                        .orElseThrow())
                .contains("local");
    }

    @Test
    void whatIsNotDefinedThereIsRefusedWithTheRemedy() {
        run("int k = 42;");
        assertThat(execute("k + 1").rejected())
                .contains("k is not defined on engines 0-1 (it is defined at: local). Send it with %push k.");
    }

    @Test
    void codeRunsWhileACellRunsAtLocalAndBothAreStopped() throws Exception {
        HeardCells heard = new HeardCells();
        CompletableFuture<CellReport> cell = inBackground(
                () -> run("System.out.println(1); new java.util.concurrent.CountDownLatch(1).await();", heard));
        heard.wrote.await();
        assertThat(values(execute("rank() + 1"))).containsExactly("1", "2");
        assertThat(variable("data", "double[]").declaredType()).isEqualTo("double[]");
        try (ServerSocket begun = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            String code = "new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), " + begun.getLocalPort()
                    + ").close(); while (true) {}";
            CompletableFuture<CodeExecuted> endless = inBackground(() -> execute(code));
            begun.accept().close();
            begun.accept().close();
            parts.interrupt();
            assertThat(endless.get().ends())
                    .hasSize(2)
                    .allSatisfy(end -> assertThat(end.outcome().orElseThrow()).isInstanceOf(Outcome.Stopped.class));
        }
        assertThat(cell.get().status()).isEqualTo(CellReport.Status.INTERRUPTED);
    }

    @Test
    void aVariableIsFoundOrDeclared() {
        run("int k = 42;");
        assertThat(variable("k", "String"))
                .isEqualTo(new VariableFound(Optional.of(known("k").ref()), "int"));
        assertThat(variable("q", "").variable()).isEmpty();
        assertThat(variable("q", "double[]"))
                .isEqualTo(new VariableFound(Optional.of(known("q").ref()), "double[]"));
        assertThat(variable("w", "no.such.Type").declaredType()).isEqualTo("Object");
        assertThat(variable("u", "Undeclared").declaredType()).isEqualTo("Object");
        assertThat(variable("a.b", "int").variable()).isEmpty();
        assertThat(variable("class", "int").variable()).isEmpty();
        assertThat(variable("l", "java.util.List<Integer>").declaredType()).isEqualTo("java.util.List<Integer>");
        assertThat(parts.session().places().definedAt(known("q").ref())).isEmpty();
        HeardCells heard = new HeardCells();
        run("%px q", heard);
        assertThat(heard.refusals)
                .containsExactly(
                        "q is not defined on engines 0-1 (it is defined nowhere). Give it a value there: %px q = …;");
        assertThat(values(execute("q = new double[] {rank()}; q[0]"))).containsExactly("0.0", "1.0");
    }

    @Test
    void codeThatWaitedForADeclarationGetsIt() {
        HeardCells heard = new HeardCells();
        run("class C { int n() { return data.length; } int m() { return 1; } }", heard);
        assertThat(heard.notes).anyMatch(note -> note.contains("data"));
        variable("data", "int[]");
        assertThat(values(execute("data = new int[3]; new C().n()"))).containsExactly("3", "3");
    }

    @Test
    void whatATaskDefinesIsKnown() {
        variable("z", "int");
        parts.controllerConfig()
                .listener()
                .defined(session(), ENGINES.getFirst(), known("z").ref());
        assertThat(parts.session().places().definedAt(known("z").ref())).containsExactly(ENGINES.getFirst());
        parts.controllerConfig()
                .listener()
                .defined(new SessionId(-7), ENGINES.getLast(), known("z").ref());
        assertThat(parts.session().places().definedAt(known("z").ref())).hasSize(1);
    }

    @Test
    void aSessionThatWasResetAnswersNothingMore() {
        run("int k = 1;");
        SessionId before = session();
        run("%reset");
        assertThat(services.captures(before, new AskCaptures("REPL.$JShell$1", "f", "()V"))
                        .refusal())
                .isPresent();
        assertThat(services.variable(before, new AskVariable("k", Optional.of("int")))
                        .variable())
                .isEmpty();
        assertThat(services.execute(before, new ExecuteCode(ENGINES, "1", true)).rejected())
                .isPresent();
    }
}
