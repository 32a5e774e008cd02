package dev.tutti.shell.display;

import static dev.tutti.engine.wire.StreamKind.STDERR;
import static dev.tutti.engine.wire.StreamKind.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LiveStreamsTest {

    private static final EngineId ZERO = new EngineId(0);
    private static final EngineId ONE = new EngineId(1);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private long nanos;
    private final LiveStreams live =
            new LiveStreams(new Screen(stream, stream, Palette.PLAIN, false, () -> 80), () -> nanos);

    @Test
    void equalLinesWithinTheWindowAreShownOnce() {
        live.add(ZERO, STDOUT, "hello\n");
        live.add(ONE, STDOUT, "hello\n");
        later(60);
        live.showDue();
        assertThat(text()).isEqualTo("[stdout:0-1] hello\n");
    }

    @Test
    void nothingIsShownBeforeTheWindowIsOver() {
        live.add(ZERO, STDOUT, "hello\n");
        later(40);
        live.showDue();
        assertThat(text()).isEmpty();
    }

    @Test
    void thePrefixComesWheneverTheSourceChanges() {
        live.add(ZERO, STDOUT, "a\nb\n");
        live.add(ONE, STDOUT, "c\n");
        live.add(ONE, STDERR, "d\n");
        live.finish();
        assertThat(text()).isEqualTo("[stdout:0] a\nb\n[stdout:1] c\n[stderr:1] d\n");
    }

    @Test
    void aLineIsShownWholeEvenIfItComesInPieces() {
        live.add(ZERO, STDOUT, "he");
        live.add(ONE, STDOUT, "x\n");
        live.add(ZERO, STDOUT, "llo\n");
        live.finish();
        assertThat(text()).isEqualTo("[stdout:1] x\n[stdout:0] hello\n");
    }

    @Test
    void theEndShowsLinesWithoutNewline() {
        live.add(ZERO, STDOUT, "no newline");
        live.finish();
        assertThat(text()).isEqualTo("[stdout:0] no newline\n");
    }

    private void later(long millis) {
        nanos += millis * 1_000_000;
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
