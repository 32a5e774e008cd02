package dev.tutti.kernel;

import dev.tutti.client.DropResults;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.controller.EngineState;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.history.HistoryEntry;
import dev.tutti.kernel.history.HistoryException;
import dev.tutti.kernel.history.HistoryRange;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.SessionHistory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

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
        CellReport report = new CellRunner(parts, new CellSource(text, CellOrigin.TYPED), listener).run();
        if (report.status() != CellReport.Status.OK) {
            throw new MagicException("The cell that was run again failed, so no further one was.");
        }
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
        records().log(Optional.of(new SessionLog(file, options, InstantSource.system())));
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
