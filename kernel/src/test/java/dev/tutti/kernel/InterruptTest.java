package dev.tutti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ctrl-C that meets no running step. */
@Timeout(60)
final class InterruptTest {

    private static final CellSource CELL = new CellSource("int ran = 1;", CellOrigin.TYPED);

    @Test
    void aCellThatHasNotBegunDoesNotBegin() {
        try (Kernel kernel = Kernel.open(Configs.of(0, _ -> {}))) {
            HeardCells heard = new HeardCells();
            kernel.interrupt();
            assertThat(kernel.execute(CELL, heard).status()).isEqualTo(CellReport.Status.INTERRUPTED);
            assertThat(heard.refusals).containsExactly("The cell was stopped before all of it had run.");
            assertThat(kernel.execute(CELL, heard).status()).isEqualTo(CellReport.Status.OK);
        }
    }

    @Test
    void anInterruptAtThePromptIsNotMeantForTheNextCell() {
        try (Kernel kernel = Kernel.open(Configs.of(0, _ -> {}))) {
            kernel.interrupt();
            kernel.clearInterrupt();
            assertThat(kernel.execute(CELL, new HeardCells()).status()).isEqualTo(CellReport.Status.OK);
        }
    }
}
