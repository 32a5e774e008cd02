package dev.tutti.kernel;

import dev.tutti.kernel.export.CellOutput;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.history.History;
import dev.tutti.kernel.settings.KnownSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * What is kept of the cells that the user submits: in the history of the profile, at a prompt; in memory off it, so that
 * scripts do not fill the history. With them the macros made of cells, the log, and what the next prompt is filled with.
 */
final class CellRecords implements AutoCloseable {

    private static final String FILE = "history.sqlite";

    /** Cells whose outputs are kept, for notebooks. */
    private static final int SHOWN = 1000;

    private final KernelConfig config;
    private final Path file;
    private final History history;
    private final Map<Integer, List<CellOutput>> shown = new LinkedHashMap<>();
    private final SortedMap<String, String> macros = new ConcurrentSkipListMap<>();
    private Optional<SessionLog> log = Optional.empty();
    private volatile Optional<UserScreen> screen = Optional.empty();
    private Optional<String> edited = Optional.empty();
    private volatile int running;
    private String offered = "";

    CellRecords(KernelConfig config) {
        this.config = config;
        this.file = config.profile().data().resolve(FILE);
        this.history = isAtPrompt()
                ? new History(file, InstantSource.system(), config.background()::note)
                : History.unkept(file, InstantSource.system(), config.background()::note);
    }

    boolean isAtPrompt() {
        return !config.exitEnds();
    }

    /** The user has submitted a cell. */
    void begin(int number, String text) {
        running = number;
        history.add(number, text);
    }

    /** It has ended. @param outputs what it has shown */
    void end(CellReport report, List<CellOutput> outputs) {
        int number = report.number().value();
        keep(number, outputs);
        String output = report.steps().stream()
                .flatMap(step -> step.results().stream())
                .map(ResultGroup::value)
                .map(value -> value.text())
                .collect(Collectors.joining("\n"));
        if (!output.isEmpty()) {
            if (config.profile().settings().isOn(KnownSettings.HISTORY_OUTPUTS)) {
                history.output(number, output);
            } else {
                history.outputHere(number, output);
            }
        }
        log().ifPresent(open ->
                open.ended(number, report.source().text(), output).ifPresent(config.background()::note));
    }

    private synchronized void keep(int number, List<CellOutput> outputs) {
        if (!outputs.isEmpty()) {
            shown.put(number, outputs);
        }
        if (shown.size() > SHOWN) {
            shown.remove(shown.keySet().iterator().next());
        }
    }

    /** What a cell of this session has shown; nothing if that is long ago. */
    synchronized List<CellOutput> shown(int number) {
        return shown.getOrDefault(number, List.of());
    }

    /** The database of earlier cells, which need not exist. */
    Path file() {
        return file;
    }

    History history() {
        return history;
    }

    /** Lends the user's terminal to magics. */
    void lend(UserScreen lent) {
        screen = Optional.of(lent);
    }

    Optional<UserScreen> screen() {
        return screen;
    }

    /** What %edit has left. */
    Optional<String> edited() {
        return edited;
    }

    void edited(String text) {
        edited = Optional.of(text);
    }

    /** The cell that runs, which is not yet one of those that magics mean. */
    int running() {
        return running;
    }

    /** Texts of cells by name. */
    SortedMap<String, String> macros() {
        return macros;
    }

    synchronized Optional<SessionLog> log() {
        return log;
    }

    synchronized void log(Optional<SessionLog> next) {
        log = next;
    }

    synchronized void offer(String text) {
        offered = text;
    }

    /** What the next prompt is filled with, once. */
    synchronized String takeOffered() {
        String text = offered;
        offered = "";
        return text;
    }

    @Override
    public void close() {
        history.close();
    }
}
