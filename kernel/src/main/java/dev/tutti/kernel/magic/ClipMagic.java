package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.fold.ResultGroup;
import dev.tutti.kernel.history.HistoryEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code %clip}: cells or a value into the clipboard. */
@Command(
        name = "clip",
        customSynopsis = {"%%clip [RANGE...]", "%%clip EXPRESSION"},
        description = {
            "Puts cells, by numbers as %%history has them, or the text of a value into the clipboard of the terminal;"
                    + " without either, the cell before. A number alone is a cell: %%clip (3) is a value.",
            "The terminal is asked to by the sequence OSC 52, which comes through ssh. Not every terminal heeds it,"
                    + " some only when told so in their settings, and none answers. tmux: set -g set-clipboard on.",
            "With the setting editor.clipboard, Alt-W and Alt-K at the prompt do the same with what they copy and cut."
        })
final class ClipMagic implements Magic.Code {

    private static final String RANGES = "~?\\d[\\d~/-]*(\\s+~?\\d[\\d~/-]*)*";

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        String text = code.text().strip();
        if (text.isEmpty() || text.matches(RANGES)) {
            return List.of(new PlannedStep.Act(run -> run.display().clip(cells(text, run)), false));
        }
        List<PlannedStep> steps = new ArrayList<>(ShownStep.of(code, PlannedStep.Account.PAGE, "%clip people"));
        steps.add(new PlannedStep.Act(ClipMagic::clipValue, false));
        return steps;
    }

    private static String cells(String ranges, MagicContext context) throws MagicException {
        List<HistoryEntry> cells =
                context.history().cells(ranges.isEmpty() ? List.of() : Arrays.asList(ranges.split("\\s+")));
        if (cells.isEmpty()) {
            throw new MagicException("There is no such cell" + (ranges.isEmpty() ? " before this one" : ": " + ranges)
                    + ". %history lists those of this session.");
        }
        return (ranges.isEmpty() ? List.of(cells.getLast()) : cells)
                .stream().map(cell -> cell.source().stripTrailing()).collect(Collectors.joining("\n"));
    }

    private static void clipValue(MagicContext context) throws MagicException {
        List<ResultGroup> values = context.display().latest();
        if (values.isEmpty()) {
            throw new MagicException("This gives no value that could be copied.");
        }
        context.display()
                .clip(values.stream()
                        .map(value -> unquoted(value.value().text()))
                        .collect(Collectors.joining("\n")));
    }

    /** A text itself, where a cell shows it as a literal of Java. */
    static String unquoted(String shown) {
        if (shown.length() < 2 || !shown.startsWith("\"") || !shown.endsWith("\"")) {
            return shown;
        }
        StringBuilder text = new StringBuilder();
        int end = shown.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = shown.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (shown.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(shown.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(shown.substring(i, i + 2).translateEscapes());
                i++;
            }
        }
        return text.toString();
    }
}
