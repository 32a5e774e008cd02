package dev.tutti.shell.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.kernel.CellOrigin;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.TraceMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ErrorTextTest {

    private final ErrorText text = new ErrorText(
            Palette.PLAIN,
            cell -> Optional.of(new CellSource("%%px\nfoo();\n  1 / rank()\nwhile (true) ;", CellOrigin.TYPED)));

    @Test
    void anExceptionShowsTheUsersOwnFramesWithCellAndLine() {
        Fault fault = fault(
                new Frame("java.lang.Math", "floorDiv", "Math.java", 12),
                new Frame("REPL.$JShell$31", "do_it$", "cell 3", 3),
                new Frame("REPL.$JShell$5", "f", "cell 2", 1));

        assertThat(text.lines(new CellError.Thrown(fault), ids(0, 1, 2, 5), false, TraceMode.CONTEXT))
                .containsExactly(
                        "[0-2,5] java.lang.ArithmeticException: / by zero",
                        "      at cell 3, line 3:   1 / rank()",
                        "      at f (cell 2, line 1)");
    }

    @Test
    void atLocalNobodyIsNamed() {
        assertThat(text.lines(new CellError.Thrown(fault()), List.of(EngineId.LOCAL), true, TraceMode.CONTEXT))
                .containsExactly("java.lang.ArithmeticException: / by zero");
    }

    @Test
    void framesOfLambdasConstructorsAndTypesReadAsTheUserWroteThem() {
        Fault fault = fault(
                new Frame("REPL.$JShell$7", "lambda$g$0", "cell 4", 1),
                new Frame("REPL.$JShell$8B$P", "<init>", "cell 5", 2),
                new Frame("REPL.$JShell$8B$P", "area", "cell 5", 3),
                new Frame("REPL.$JShell$9", "lambda$do_it$$1", "cell 6", 1));

        assertThat(text.lines(new CellError.Thrown(fault), ids(0), false, TraceMode.CONTEXT))
                .containsExactly(
                        "[0] java.lang.ArithmeticException: / by zero",
                        "      at g (cell 4, line 1):   %%px",
                        "      at new P (cell 5, line 2)",
                        "      at P.area (cell 5, line 3)",
                        "      at cell 6, line 1");
    }

    @Test
    void causesAreKept() {
        Fault cause = new Fault("java.io.IOException", Optional.of("gone"), List.of(), Optional.empty(), List.of());
        Fault fault = new Fault("MyError", Optional.empty(), List.of(), Optional.of(cause), List.of());
        assertThat(text.lines(new CellError.Thrown(fault), ids(1), false, TraceMode.CONTEXT))
                .containsExactly("[1] MyError", "    caused by java.io.IOException: gone");
    }

    @Test
    void aDeepStackIsCutAndTheRestCounted() {
        Frame[] frames = IntStream.range(0, 1000)
                .mapToObj(_ -> new Frame("REPL.$JShell$5", "f", "cell 2", 1))
                .toArray(Frame[]::new);
        List<String> lines = text.lines(new CellError.Thrown(fault(frames)), ids(0), false, TraceMode.CONTEXT);
        assertThat(lines).hasSize(10).last().isEqualTo("      ... 992 more");
    }

    @Test
    void aLostEngineSaysHowToBringItBack() {
        assertThat(text.lines(
                        new CellError.Lost("exit code 7 (System.exit)", OptionalInt.of(7), CellError.Lost.Place.VACANT),
                        ids(4),
                        false,
                        TraceMode.CONTEXT))
                .containsExactly("[4] lost: exit code 7 (System.exit); its variables are gone. %engines restart 4");
    }

    @Test
    void aStoppedCellShowsWhereItWas() {
        List<Frame> where = List.of(
                new Frame("java.lang.Thread", "sleep", "Thread.java", 500),
                new Frame("REPL.$JShell$31", "do_it$", "cell 5", 4));
        assertThat(text.lines(new CellError.Stopped(where), ids(0, 1, 2, 3, 4, 5, 6, 7), false, TraceMode.CONTEXT))
                .containsExactly("[0-7] stopped at cell 5, line 4 (while (true) ;)");
    }

    private static Fault fault(Frame... frames) {
        return new Fault(
                "java.lang.ArithmeticException",
                Optional.of("/ by zero"),
                List.of(frames),
                Optional.empty(),
                List.of());
    }

    private static List<EngineId> ids(int... numbers) {
        return IntStream.of(numbers).mapToObj(EngineId::new).toList();
    }
}
