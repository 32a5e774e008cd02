package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.fake.RunningApplication;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.StepReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cells that run in an application. */
@Timeout(90)
final class AttachedCellsTest {

    private static final String SAMPLE = "dev.tutti.kernel.fake.SampleApplication";

    private Kernel kernel;
    private RunningApplication application;

    @BeforeEach
    void open() throws Exception {
        kernel = Kernel.open(Configs.of(0, _ -> {}));
        application = RunningApplication.start();
    }

    @AfterEach
    void close() throws Exception {
        kernel.close();
        application.close();
    }

    private CellReport run(String cell) {
        return run(cell, new HeardCells());
    }

    private CellReport run(String cell, HeardCells heard) {
        CellReport report = kernel.execute(new CellSource(cell, CellOrigin.TYPED), heard);
        assertThat(heard.refusals).as(cell).isEmpty();
        return report;
    }

    private List<String> values(String cell) {
        return run(cell).steps().stream()
                .flatMap(step -> step.results().stream())
                .map(result -> result.value().text())
                .toList();
    }

    @Test
    void cellsSeeTheApplicationsClassesAndStatics() throws Exception {
        application.ask("Ada");
        run("%engines attach " + application.pid() + "\n%px var visits = " + SAMPLE + ".VISITS;");

        assertThat(values("%px visits")).containsExactly("[\"Ada\"]");
        run("%px visits.add(\"cell\")");
        assertThat(application.ask("visits")).isEqualTo("[Ada, cell]");
    }

    @Test
    void anApplicationThatCodeHasAttachedIsKnownToTheNextCell() {
        assertThat(values("cluster.attach(" + application.pid() + ")")).containsExactly("0");
        HeardCells heard = new HeardCells();
        run("%px " + SAMPLE + ".VISITS.size()", heard);
        assertThat(heard.notes)
                .containsExactly("The application's class path is known now: " + application.folder()
                        + ". %classpath shows all.");
    }

    @Test
    void aCellDoesNotEndTheApplication() throws Exception {
        run("%engines attach " + application.pid());
        for (String end : List.of("System.exit(3)", "Runtime.getRuntime().halt(3)", "Runtime.getRuntime().exit(3)")) {
            StepReport step = run("%px " + end).steps().getFirst();
            assertThat(step.errors().getFirst().item()).isInstanceOf(CellError.Thrown.class);
        }
        assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
    }

    @Test
    void aCellIsStoppedThere() throws Exception {
        run("%engines attach " + application.pid());
        HeardCells heard = new HeardCells();
        CompletableFuture<CellReport> running = CompletableFuture.supplyAsync(
                () -> run("%px System.out.println(1); for (;;) {}", heard), Thread::startVirtualThread);
        assertThat(heard.wrote.await(20, TimeUnit.SECONDS)).isTrue();
        kernel.interrupt();
        assertThat(running.get(20, TimeUnit.SECONDS).status()).isEqualTo(CellReport.Status.INTERRUPTED);
        assertThat(values("%px 6 * 7")).containsExactly("42");
    }

    @Test
    void whatRunsWhenTheEngineIsStoppedEnds() throws Exception {
        run("%engines attach " + application.pid());
        run("%px -a for (;;) {}");
        run("%engines stop 0");
        assertThat(application.ask("guests")).isEqualTo("[]");
    }

    @Test
    void whatCellsLeftRunningIsInterruptedWhenTheEngineLeaves() throws Exception {
        run("%engines attach " + application.pid());
        run("%px new Thread(() -> { try { Thread.sleep(Duration.ofHours(1)); } catch (InterruptedException e) {} },"
                + " \"engine-guest\").start();");
        run("%engines stop 0");
        assertThat(application.ask("guests")).isEqualTo("[]");
    }

    /** The first interrupt is passed over, the second gives the engine up. */
    @Test
    void anEngineThatDoesNotStopIsLeftAndTheApplicationGoesOn() throws Exception {
        run("%engines attach " + application.pid());
        HeardCells heard = new HeardCells();
        CompletableFuture<CellReport> running = CompletableFuture.supplyAsync(
                () -> run(
                        "%px System.out.println(1); new Object() { synchronized void never() {"
                                + " java.util.stream.Stream.iterate(1, x -> x).allMatch(Integer.valueOf(1)::equals); }"
                                + " }.never();",
                        heard),
                Thread::startVirtualThread);
        assertThat(heard.wrote.await(20, TimeUnit.SECONDS)).isTrue();
        kernel.interrupt();
        kernel.interrupt();
        running.get(30, TimeUnit.SECONDS);
        assertThat(application.ask("Ada")).isEqualTo("welcome Ada");
    }
}
