package dev.tutti.kernel;

import dev.tutti.engine.target.EngineRanges;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.export.CellOutput;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a cell has shown, as text and up to a limit. Any thread. */
final class HeardOutputs {

    /** Characters of one cell. A notebook with more is no pleasure to read. */
    private static final int LONGEST = 20_000;

    private final List<CellOutput> outputs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private StreamKind kind = StreamKind.STDOUT;
    private List<EngineId> writers = List.of(EngineId.LOCAL);
    private int room = LONGEST;
    private int cut;

    /** Some wrote the same. */
    synchronized void written(List<EngineId> engines, StreamKind stream, String text) {
        if (stream != kind || !engines.equals(writers)) {
            close();
            kind = stream;
            writers = engines;
        }
        open.append(bounded(text));
    }

    synchronized void step(StepReport report) {
        report.stdout().forEach(group -> written(group.engines(), StreamKind.STDOUT, group.item()));
        report.stderr().forEach(group -> written(group.engines(), StreamKind.STDERR, group.item()));
        close();
        if (!report.results().isEmpty()) {
            String text = report.results().stream().map(HeardOutputs::line).collect(Collectors.joining("\n"));
            outputs.add(new CellOutput.Value(bounded(text)));
        }
        report.errors().forEach(this::failed);
    }

    synchronized void refused(CellError.Refused error) {
        close();
        outputs.add(new CellOutput.Failure("refused", error.message(), List.of(bounded(error.message()))));
    }

    /** In order. */
    synchronized List<CellOutput> all() {
        close();
        List<CellOutput> all = new ArrayList<>(outputs);
        if (cut > 0) {
            all.add(new CellOutput.Written(true, "… " + cut + " characters more are not kept.\n"));
        }
        return all;
    }

    private void close() {
        if (!open.isEmpty()) {
            String label = label(writers, kind == StreamKind.STDOUT ? "stdout:" : "stderr:");
            String text = label.isEmpty()
                    ? open.toString()
                    : open.toString().lines().map(line -> label + line + "\n").collect(Collectors.joining());
            outputs.add(new CellOutput.Written(kind == StreamKind.STDERR, text));
            open.setLength(0);
        }
    }

    private static String line(ResultGroup group) {
        return label(group.engines(), "") + group.value().text();
    }

    /** Which engines, before what they say; nothing for local alone. */
    private static String label(List<EngineId> engines, String what) {
        boolean local = engines.size() == 1 && engines.getFirst().isLocal();
        return local ? "" : "[" + what + EngineRanges.of(engines) + "] ";
    }

    private void failed(Folded<CellError> group) {
        CellOutput.Failure failure = switch (group.item()) {
            case CellError.Thrown(Fault fault) ->
                failure(fault.className(), fault.message().orElse(""), fault.frames());
            case CellError.Undefined(String message, Fault fault) -> failure("undefined", message, fault.frames());
            case CellError.Stopped(List<Frame> where) -> failure("stopped", "", where);
            case CellError.Refused refused -> failure("refused", refused.message(), List.of());
            case CellError.Lost lost -> failure("lost", lost.reason(), List.of());
            case CellError.Failed(String reason) -> failure("failed", reason, List.of());
        };
        List<String> trace = new ArrayList<>(failure.trace());
        trace.set(0, label(group.engines(), "") + trace.getFirst());
        outputs.add(new CellOutput.Failure(failure.name(), failure.message(), trace));
    }

    private CellOutput.Failure failure(String name, String message, List<Frame> frames) {
        List<String> trace = new ArrayList<>();
        trace.add(message.isEmpty() ? name : name + ": " + message);
        frames.stream()
                .filter(Frame::inCell)
                .map(frame -> "    at " + frame.file() + ", line " + frame.line())
                .forEach(trace::add);
        return new CellOutput.Failure(name, message, trace);
    }

    private String bounded(String text) {
        int shown = Math.min(room, text.length());
        room -= shown;
        cut += text.length() - shown;
        return text.substring(0, shown);
    }
}
