package dev.tutti.kernel;

import dev.tutti.client.DropResults;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.controller.EngineState;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.history.HistoryEntry;
import dev.tutti.kernel.history.HistoryException;
import dev.tutti.kernel.history.HistoryRange;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.SessionHistory;
import dev.tutti.kernel.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The history as magics see it. */
final class KernelHistory implements SessionHistory {

    private final Kernel.Parts parts;
    private final CellListener listener;

    KernelHistory(Kernel.Parts parts, CellListener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    private CellRecords records() {
        return parts.records();
    }

    @Override
    public List<HistoryEntry> cells(List<String> ranges) throws MagicException {
        try {
            List<HistoryEntry> cells = records()
                    .history()
                    .cells(ranges.isEmpty() ? List.of(HistoryRange.ALL) : HistoryRange.parse(ranges));
            return cells.stream().filter(cell -> !isRunning(cell)).toList();
        } catch (HistoryException e) {
            throw new MagicException(e.getMessage());
        }
    }

    @Override
    public List<HistoryEntry> newest(String glob, int limit, boolean unique) throws MagicException {
        try {
            int wanted = limit == Integer.MAX_VALUE ? limit : limit + 1; // the running one is among them
            List<HistoryEntry> cells = records().history().search("*" + glob + "*", wanted, unique).stream()
                    .filter(cell -> !isRunning(cell))
                    .toList();
            return cells.subList(Math.max(0, cells.size() - limit), cells.size());
        } catch (HistoryException e) {
            throw new MagicException(e.getMessage());
        }
    }

    private boolean isRunning(HistoryEntry cell) {
        return cell.session() == 0 && cell.number() == records().running();
    }

    @Override
    public void dropInputs() {
        parts.session().compiler().texts().clear();
    }

    @Override
    public SortedSet<EngineId> dropResults() throws MagicException {
        parts.forget(parts.session().compiler().await().dropResults());
        List<EngineId> idle = new ArrayList<>();
        SortedSet<EngineId> busy = new TreeSet<>();
        for (EngineStatus engine : parts.controller().roster()) {
            if (engine.state() == EngineState.IDLE) {
                idle.add(engine.id());
            } else if (engine.live()) {
                busy.add(engine.id());
            }
        }
        try {
            Parcel drop = parts.tasks().codec().encode(new DropResults()).parcel();
            TaskFunction function = new TaskFunction.Call(Optional.empty(), drop);
            parts.tasks().run(List.of(new KernelTasks.Call(function, idle, List.of())), listener);
        } catch (UnsendableException e) {
            throw new MagicException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
        return busy;
    }

    @Override
    public SortedMap<String, String> macros() {
        return records().macros();
    }

    @Override
    public void run(String text) throws MagicException {
        if (report(text, false).status() != CellReport.Status.OK) {
            throw new MagicException("The cell that was run again failed, so no further one was.");
        }
    }

    @Override
    public void runNew(String text) throws MagicException {
        if (report(text, true).status() != CellReport.Status.OK) {
            throw new MagicException("What was edited did not run to its end. %edit -p goes on with it.");
        }
    }

    private CellReport report(String text, boolean recorded) {
        CellRunner runner = new CellRunner(parts, new CellSource(text.stripTrailing(), CellOrigin.TYPED), listener);
        if (recorded) {
            records().history().add(runner.number().value(), text.stripTrailing());
        }
        return runner.run();
    }

    @Override
    public void checkScreen(String magic) throws MagicException {
        if (records().screen().isEmpty()) {
            throw new MagicException(magic + " needs a terminal, which this shell does not have. %load and %history"
                    + " print texts, %%writefile and %run take them from files.");
        }
    }

    @Override
    public void edit(EditedPlace place, boolean builtIn) throws MagicException {
        checkScreen("%edit");
        Optional<String> program = builtIn ? Optional.empty() : editor();
        if (program.isPresent()) {
            String line = place.line().isPresent() ? " +" + place.line().getAsInt() : "";
            check(program.get(), edit(program.get() + line, place.file()));
            return;
        }
        if (place.line().isPresent()) {
            throw new MagicException("The editor that is built in begins at the first line. Leave -n out, or set"
                    + " another editor: %config editor.program vi");
        }
        try {
            records().screen().get().edit(place.file());
        } catch (IOException e) {
            throw new MagicException("The editor cannot take " + place.file() + ": " + e.getMessage() + ".");
        }
    }

    /** As git does: the program may be a command with options. What Ctrl-C means is the program's affair. */
    private int edit(String program, Path file) throws MagicException {
        List<String> variables = new ArrayList<>();
        System.getenv().forEach((name, value) -> variables.add(name + "=" + value));
        return parts.terminal()
                .run(new Message.TerminalRequest(
                        List.of("sh", "-c", "trap : INT; " + program + " \"$1\"", program, file.toString()),
                        parts.session().workplace().directory().toString(),
                        variables))
                .orElseThrow(
                        () -> new MagicException("%edit needs the terminal, and what this cell prints is being kept."
                                + " Run it in a cell of its own."));
    }

    private static void check(String program, int exitCode) throws MagicException {
        String next = " Nothing is run; %edit -p goes on with the text. Set editor.program (%config) to another editor,"
                + " or take the one that is built in: %edit --nano.";
        switch (exitCode) {
            case 0 -> {}
            case 126, 127 -> throw new MagicException("There is no program for the editor '" + program + "'." + next);
            default ->
                throw new MagicException("The editor '" + program + "' ended with exit code " + exitCode + "." + next);
        }
    }

    private Optional<String> editor() {
        return Stream.of(
                        parts.config().profile().settings().get(KnownSettings.EDITOR_PROGRAM),
                        System.getenv("VISUAL"),
                        System.getenv("EDITOR"))
                .filter(program -> program != null && !program.isBlank())
                .findFirst();
    }

    @Override
    public Optional<String> edited() {
        return records().edited();
    }

    @Override
    public void edited(String text) {
        records().edited(text);
    }

    @Override
    public Optional<String> pick(List<HistoryEntry> cells) {
        List<String> texts = cells.stream().map(HistoryEntry::source).toList();
        return records().screen().flatMap(screen -> screen.pick(texts));
    }

    @Override
    public void offer(String text) {
        if (records().isAtPrompt()) {
            records().offer(text.stripTrailing());
        } else {
            listener.print(text.endsWith("\n") ? text : text + "\n");
        }
    }

    @Override
    public void log(Path file, LogOptions options) {
        SessionLog log = new SessionLog(file, options, InstantSource.system());
        for (HistoryEntry cell : records().history().ofThisSession()) {
            if (!isRunning(cell)) {
                log.cell(
                                cell.number(),
                                cell.time(),
                                cell.source(),
                                cell.output().orElse(""))
                        .ifPresent(listener::note);
            }
        }
        records().log(Optional.of(log));
    }

    @Override
    public Optional<LogState> log() {
        return records().log().map(log -> new LogState(log.file(), log.options(), log.isOn(), log.cells()));
    }

    @Override
    public void logs(boolean on) {
        records().log().ifPresent(log -> log.turn(on));
    }

    @Override
    public void endLog() {
        records().log(Optional.empty());
    }
}
