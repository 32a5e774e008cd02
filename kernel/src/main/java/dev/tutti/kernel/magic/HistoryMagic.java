package dev.tutti.kernel.magic;

import dev.tutti.kernel.history.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %history}, after IPython's. */
@Command(
        name = "history",
        sortOptions = false,
        description = {
            "Lists cells of this session, of ranges of earlier ones, or such as look like something.",
            "Shells that run at the same time have one history; each is a session of its own."
        })
final class HistoryMagic implements Magic.Action {

    /** How many there are to choose from, of all sessions. */
    private static final int PICKED_FROM = 10_000;

    @Mixin
    private CellSelection selection;

    @Option(names = "-n", description = "with their numbers; of earlier sessions: session/number")
    private boolean numbers;

    @Option(names = "-o", description = "with their results")
    private boolean outputs;

    @Option(names = "-p", description = "with prompts, as they stood on the screen")
    private boolean prompts;

    @Option(
            names = "-t",
            description = "Java as IPython's translated form: the same text, since cells are kept as typed")
    private boolean translated;

    @Option(names = "-u", description = "equal cells once, where the newest stood")
    private boolean unique;

    @Option(names = "-f", paramLabel = "FILE", description = "to a file that is not there yet")
    private String file;

    @Option(names = "--pick", description = "choose one on the whole screen, for the next prompt")
    private boolean pick;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (pick) {
            pick(context);
            return;
        }
        List<HistoryEntry> cells = selection.cells(unique, context);
        StringBuilder text = new StringBuilder();
        for (HistoryEntry cell : unique ? once(cells) : cells) {
            text.append(listed(cell));
        }
        if (file != null) {
            new CellFile(file, context).create(text.toString());
        } else if (text.isEmpty()) {
            context.note("There are no such cells.");
        } else {
            context.print(text.toString());
        }
    }

    private void pick(MagicContext context) throws MagicException {
        context.history().checkScreen("%history --pick");
        List<HistoryEntry> cells = selection.isGiven()
                ? selection.cells(false, context)
                : context.history().newest("", PICKED_FROM, false);
        context.history().pick(cells).ifPresent(context.history()::offer);
    }

    private static List<HistoryEntry> once(List<HistoryEntry> cells) {
        Map<String, HistoryEntry> newest = new LinkedHashMap<>();
        cells.reversed().forEach(cell -> newest.putIfAbsent(cell.source(), cell));
        return List.copyOf(newest.values()).reversed();
    }

    private String listed(HistoryEntry cell) {
        String number = cell.session() == 0 ? "" + cell.number() : cell.session() + "/" + cell.number();
        StringBuilder text = new StringBuilder();
        if (prompts) {
            String prompt = "In [" + number + "]: ";
            String next = " ".repeat(prompt.length() - 5) + "...: ";
            text.append(prompt).append(String.join("\n" + next, lines(cell.source())));
        } else if (numbers) {
            String first = number + ": ";
            text.append(first).append(String.join("\n" + " ".repeat(first.length()), lines(cell.source())));
        } else {
            text.append(cell.source().stripTrailing());
        }
        text.append('\n');
        if (outputs) {
            cell.output()
                    .ifPresent(output ->
                            text.append("Out[" + number + "]: ").append(output).append('\n'));
        }
        return text.toString();
    }

    private static List<String> lines(String source) {
        return source.stripTrailing().lines().toList();
    }
}
