package dev.tutti.kernel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CellErrorTest {

    private static final Frame DEEP = new Frame("REPL.$JShell$4", "deep", "cell 1", 1);
    private static final Frame OTHER = new Frame("REPL.$JShell$4", "deep", "cell 1", 2);

    @Test
    void overflowsOfDifferentDepthAreAlike() {
        assertThat(overflow(Collections.nCopies(1015, DEEP))).isEqualTo(overflow(Collections.nCopies(1012, DEEP)));
    }

    @Test
    void libraryFramesMakeNoDifference() {
        assertThat(overflow(List.of(new Frame("java.lang.Math", "sin", "Math.java", 3), DEEP)))
                .isEqualTo(overflow(List.of(DEEP)));
    }

    @Test
    void exceptionsOfDifferentPlacesStayApart() {
        assertThat(overflow(List.of(DEEP))).isNotEqualTo(overflow(List.of(OTHER)));
    }

    private static Object overflow(List<Frame> frames) {
        Fault fault = new Fault("java.lang.StackOverflowError", Optional.empty(), frames, Optional.empty(), List.of());
        return new CellError.Thrown(fault).likeness();
    }
}
