package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Expression;
import dev.tutti.kernel.compile.Introduction.Introduced;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Expressions of cells that are not submitted, computed in a real engine. */
@Timeout(120)
final class EvaluationTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static Kernel kernel;

    @BeforeAll
    static void open() {
        kernel = Kernel.open(Configs.of(0, _ -> {}));
        run("var words = List.of(\"a\", \"bc\");");
    }

    @AfterAll
    static void close() {
        kernel.close();
    }

    private static void run(String cell) {
        assertThat(kernel.execute(cell, new HeardCells()).status()).isEqualTo(CellReport.Status.OK);
    }

    private static Evaluation evaluation(String cell) {
        ExpressionAssist assist = kernel.assist().expressions();
        Expression expression = assist.at(cell, cell.length(), PATIENT).getFirst();
        return assist.evaluation(cell, expression, PATIENT);
    }

    private static ExpressionValue value(String cell) {
        return evaluation(cell).run();
    }

    @Test
    void theValueIsShownAndNothingIsLeftOfIt() {
        int next = kernel.nextCell().value();
        assertThat(value("words.get(1) + 1"))
                .isEqualTo(new ExpressionValue.Shown("", "java.lang.String", List.of("\"bc1\"")));
        assertThat(value("int x = words.size()"))
                .isEqualTo(new ExpressionValue.Shown("", "java.lang.Integer", List.of("2")));
        assertThat(kernel.nextCell().value()).isEqualTo(next);
        HeardCells heard = new HeardCells();
        kernel.execute("_", heard);
        assertThat(heard.refusals).hasSize(1);
    }

    @Test
    void whatIsPrintedMeanwhileComesWithIt() {
        assertThat(value("System.out.println(1)")).isEqualTo(new ExpressionValue.Shown("1\n", "void", List.of()));
    }

    @Test
    void whatIsThrownIsToldAndWhatIsNotDeclaredYet() {
        assertThat(value("words.get(7)"))
                .isInstanceOfSatisfying(
                        ExpressionValue.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("java.lang.IndexOutOfBoundsException"));
        assertThat(value("int here = 3; here + 1"))
                .isInstanceOfSatisfying(
                        ExpressionValue.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("cannot find symbol")
                                .endsWith("Only what earlier cells have declared is known here."));
    }

    @Test
    void itIsStoppedAndTheNextCellRuns() throws InterruptedException {
        run("volatile int began = 0; int forever() { began++; while (true) {} }");
        Evaluation endless = evaluation("forever()");
        CompletableFuture<ExpressionValue> value = CompletableFuture.supplyAsync(endless::run);
        endless.stop();
        assertThat(value.join()).isEqualTo(new ExpressionValue.Failed("", "It was stopped."));
        run("1 + 1");
    }

    @Test
    void aStopThatComesTooLateIsNotMeantForTheNextCell() {
        Evaluation quick = evaluation("1 + 1");
        quick.run();
        quick.stop();
        run("1 + 1");
    }

    @Test
    void aMethodMadeOfCodeThatThrowsSaysSo() {
        String cell = "Files.readString(Path.of(words.get(0)))";
        assertThat(kernel.assist().expressions().method(cell, cell.length(), PATIENT))
                .isInstanceOfSatisfying(
                        Introduced.class, made -> assertThat(made.cell()).isEqualTo("""
                            String string() throws IOException {
                                return Files.readString(Path.of(words.get(0)));
                            }\
                            """));
    }

    @Test
    void codeOfAMagicHasExpressionsToo() {
        String cell = "%px words.size()";
        assertThat(kernel.assist().expressions().at(cell, cell.length(), PATIENT))
                .containsExactly(new Expression(4, cell.length()));
        assertThat(kernel.assist().expressions().variable(cell, new Expression(4, cell.length()), PATIENT))
                .isInstanceOfSatisfying(
                        Introduced.class, made -> assertThat(made.cell()).isEqualTo("%px int size = words.size()"));
    }
}
