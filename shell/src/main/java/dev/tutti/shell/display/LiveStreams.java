package dev.tutti.shell.display;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Output of engines while they run: whole lines, with the engine's number whenever the source changes. Equal lines of
 * several engines within 50 ms are shown once. A single thread.
 */
final class LiveStreams {

    private static final long WINDOW_NANOS = 50_000_000;

    private record Line(StreamKind kind, String text) {}

    private record Source(StreamKind kind, String engines) {}

    private final Screen screen;
    private final LongSupplier nanoTime;
    private final Map<EngineId, Map<StreamKind, StringBuilder>> open = new LinkedHashMap<>();
    private final Map<EngineId, List<Line>> waiting = new LinkedHashMap<>();
    private long waitingSince;
    private Source last;

    LiveStreams(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    void add(EngineId engine, StreamKind kind, String text) {
        StringBuilder line = open.computeIfAbsent(engine, _ -> new LinkedHashMap<>())
                .computeIfAbsent(kind, _ -> new StringBuilder());
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            line.append(text, from, end);
            wait(engine, new Line(kind, line.toString()));
            line.setLength(0);
            from = end + 1;
        }
        line.append(text, from, text.length());
        showDue();
    }

    private void wait(EngineId engine, Line line) {
        if (waiting.isEmpty()) {
            waitingSince = nanoTime.getAsLong();
        }
        waiting.computeIfAbsent(engine, _ -> new ArrayList<>()).add(line);
    }

    /** Shows what has waited long enough. */
    void showDue() {
        if (!waiting.isEmpty() && nanoTime.getAsLong() - waitingSince >= WINDOW_NANOS) {
            show();
        }
    }

    /** Shows all, open lines too: the cell has ended. */
    void finish() {
        open.forEach((engine, streams) -> streams.forEach((kind, line) -> {
            if (!line.isEmpty()) {
                wait(engine, new Line(kind, line.toString()));
            }
        }));
        open.clear();
        show();
        last = null;
    }

    private void show() {
        Map<List<Line>, List<EngineId>> groups = new LinkedHashMap<>();
        waiting.forEach((engine, lines) ->
                groups.computeIfAbsent(lines, _ -> new ArrayList<>()).add(engine));
        groups.forEach((lines, engines) -> {
            String ranges = EngineRanges.of(engines);
            lines.forEach(line -> show(new Source(line.kind(), ranges), line));
        });
        waiting.clear();
    }

    private void show(Source source, Line line) {
        String prefix =
                source.equals(last) ? "" : screen.palette().source(prefix(source.kind(), source.engines())) + " ";
        last = source;
        switch (line.kind()) {
            case STDOUT -> screen.line(prefix + line.text());
            case STDERR -> screen.errorLine(prefix + line.text());
        }
    }

    static String prefix(StreamKind kind, String engines) {
        return switch (kind) {
            case STDOUT -> "[stdout:" + engines + "]";
            case STDERR -> "[stderr:" + engines + "]";
        };
    }
}
