package dev.tutti.shell.display;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Fault;
import dev.tutti.engine.wire.Frame;
import dev.tutti.engine.wire.StreamKind;
import dev.tutti.kernel.CellListener;
import dev.tutti.kernel.CellReport;
import dev.tutti.kernel.CellSource;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.Folded;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object per cell and line: what a program wants to know of it, and the text a person would have seen. */
public final class JsonPrinter implements CellListener {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final CellPrinter printer;

    /**
     * A printer.
     *
     * @param out where the objects go
     * @param sources the texts of cells
     * @param screen whose width the text has
     */
    public JsonPrinter(PrintStream out, Function<CellNumber, Optional<CellSource>> sources, Screen screen) {
        this.out = out;
        PrintStream text = new PrintStream(seen, false, StandardCharsets.UTF_8);
        this.printer = new CellPrinter(
                new Screen(text, text, Palette.PLAIN, false, screen::width), sources, true, _ -> Optional.empty());
    }

    /** Prints the object of a cell that has ended. */
    public void report(CellReport report) {
        printer.cellEnded();
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("number", report.number().value());
        cell.put("source", report.source().text());
        cell.put("status", report.status().name().toLowerCase(Locale.ROOT));
        cell.put("targets", targets(report));
        cell.put("groups", results(report));
        cell.put("stdout", streams(report, StreamKind.STDOUT));
        cell.put("stderr", streams(report, StreamKind.STDERR));
        cell.put("errors", errors(report));
        cell.put("timings", Map.of("elapsedMillis", report.elapsed().toNanos() / 1e6));
        cell.put("text", seen.toString(StandardCharsets.UTF_8));
        seen.reset();
        out.println(JSON.writeValueAsString(cell));
        out.flush();
    }

    private static List<Object> targets(CellReport report) {
        TreeSet<EngineId> targets = new TreeSet<>();
        report.steps().forEach(step -> targets.addAll(step.targets()));
        return engines(targets);
    }

    private static List<Object> engines(Iterable<EngineId> ids) {
        List<Object> engines = new ArrayList<>();
        ids.forEach(id -> engines.add(id.isLocal() ? "local" : (Object) id.number()));
        return engines;
    }

    private static List<Object> results(CellReport report) {
        List<Object> groups = new ArrayList<>();
        for (StepReport step : report.steps()) {
            for (ResultGroup group : step.results()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("engines", engines(group.engines()));
                entry.put("text", group.value().text());
                entry.put("type", group.value().type());
                entry.put("mime", Map.of("text/plain", group.value().text()));
                groups.add(entry);
            }
        }
        return groups;
    }

    private static List<Object> streams(CellReport report, StreamKind kind) {
        List<Object> groups = new ArrayList<>();
        for (StepReport step : report.steps()) {
            List<Folded<String>> folded = switch (kind) {
                case STDOUT -> step.stdout();
                case STDERR -> step.stderr();
            };
            folded.forEach(group -> groups.add(Map.of("engines", engines(group.engines()), "text", group.item())));
        }
        return groups;
    }

    private static List<Object> errors(CellReport report) {
        List<Object> errors = new ArrayList<>();
        report.refusals().forEach(refusal -> errors.add(error(List.of(), refusal)));
        report.steps()
                .forEach(step -> step.errors().forEach(group -> errors.add(error(group.engines(), group.item()))));
        return errors;
    }

    private static Map<String, Object> error(List<EngineId> engines, CellError error) {
        return switch (error) {
            case CellError.Refused(var message, int start, int end) -> {
                Map<String, Object> entry = error(engines, "refused", message, List.of());
                if (start >= 0) {
                    entry.put("start", start);
                    entry.put("end", end);
                }
                yield entry;
            }
            case CellError.Thrown(var fault) ->
                error(engines, fault.className(), fault.message().orElse(null), fault.frames());
            case CellError.Undefined(var message, Fault fault) -> error(engines, "undefined", message, fault.frames());
            case CellError.Stopped(var where) -> error(engines, "stopped", null, where);
            case CellError.Lost(var reason, _, _) -> error(engines, "lost", reason, List.of());
            case CellError.Failed(var reason) -> error(engines, "failed", reason, List.of());
        };
    }

    private static Map<String, Object> error(List<EngineId> engines, String type, String message, List<Frame> frames) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("engines", engines(engines));
        entry.put("class", type);
        entry.put("message", message);
        entry.put("frames", frames.stream().map(JsonPrinter::frame).toList());
        return entry;
    }

    private static Map<String, Object> frame(Frame frame) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("class", frame.className());
        entry.put("method", frame.method());
        entry.put("file", frame.file());
        entry.put("line", frame.line());
        return entry;
    }

    @Override
    public void output(EngineId engine, StreamKind kind, String text) {
        printer.output(engine, kind, text);
    }

    @Override
    public void idle() {}

    @Override
    public void note(String sentence) {
        printer.note(sentence);
    }

    @Override
    public void progress(Duration elapsed, SortedSet<EngineId> targets, SortedSet<EngineId> running) {}

    @Override
    public void print(String text) {
        printer.print(text);
    }

    @Override
    public void help(HelpTopic topic) {
        printer.help(topic);
    }

    @Override
    public void step(CellNumber cell, StepReport report) {
        printer.step(cell, report);
    }

    @Override
    public void refused(CellNumber cell, CellSource source, CellError.Refused error) {
        printer.refused(cell, source, error);
    }
}
