package dev.tutti.shell.line;

import dev.tutti.kernel.compile.CallAtCursor;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import dev.tutti.kernel.compile.Documentation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.Widget;
import org.jline.utils.AttributedString;

/**
 * Tab. In front of a line it indents. Elsewhere it goes on with the word as far as that is certain and opens the menu;
 * where nothing is left to complete, or inside the parentheses of a call, it shows signatures, pressed again the
 * documentation, and inside a call pressed a third time the menu. The signatures of a call stay while its arguments are
 * typed; Ctrl-G removes them. Where the keys of a map or the constants of an enum are wanted, they are shown at once. Used by the typing thread.
 */
final class CompletionKey {

    /** What the kernel has known by its deadline needs a moment to arrive. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(100);

    /** How long the first answers may take; whoever types on does not wait for them. */
    private static final Duration NOT_WARM = Duration.ofSeconds(3);

    private final CellReader reader;
    private final CellBuffer buffer;
    private final Assistance assistance;
    private final Palette palette;
    private String lastText = "";
    private int lastCursor = -1;
    private int lastOf;
    private int presses;

    CompletionKey(CellReader reader, Assistance assistance, Palette palette) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.assistance = assistance;
        this.palette = palette;
    }

    void bind() {
        reader.getWidgets().put(LineReader.EXPAND_OR_COMPLETE, this::press);
        Widget drop = reader.getWidgets().get(LineReader.SEND_BREAK);
        reader.getWidgets().put(LineReader.SEND_BREAK, () -> closesHelp() || drop.apply());
    }

    private boolean closesHelp() {
        boolean shown = reader.isShowingBelow();
        reader.hideBelow();
        return shown;
    }

    private boolean press() {
        String text = buffer.text();
        int cursor = buffer.cursor();
        if (Indentation.isBeforeText(text, cursor)) {
            int column = cursor - Indentation.lineStart(text, cursor);
            buffer.insert(Indentation.STEP.substring(column % Indentation.STEP.length()));
            return true;
        }
        boolean again = reader.texts() == lastOf && text.equals(lastText) && cursor == lastCursor;
        presses = again ? presses + 1 : 1;
        lastOf = reader.texts();
        lastText = text;
        lastCursor = cursor;
        if (!assistance.isReady()) {
            return note("The kernel is still starting; completion comes with it.");
        }
        return CallSite.isArgument(text, cursor) ? inCall(text, cursor) : onWord(text, cursor);
    }

    private boolean onWord(String text, int cursor) {
        Optional<Completions> answer = completions(text, cursor);
        return answer.isPresent() && offer(answer.get(), text, cursor);
    }

    private boolean offer(Completions known, String text, int cursor) {
        List<MenuItem> items = MenuItem.of(known.candidates());
        int anchor = known.anchor();
        String word = text.substring(anchor, cursor);
        if (items.isEmpty() || items.size() == 1 && items.getFirst().text().equals(word)) {
            return document(text, cursor, presses > 1, List.of()) || !items.isEmpty();
        }
        String certain = MenuItem.commonPrefix(items);
        if (certain.length() > word.length() && certain.startsWith(word)) {
            buffer.replace(anchor, cursor, certain);
        }
        return items.size() == 1 ? take(anchor, items.getFirst()) : menu(items, known);
    }

    private boolean take(int anchor, MenuItem only) {
        buffer.replace(anchor, buffer.cursor(), only.text());
        buffer.addImport(only.imports());
        return true;
    }

    private boolean inCall(String text, int cursor) {
        Optional<Completions> answer = presses == 2 ? Optional.empty() : completions(text, cursor);
        List<Candidate> candidates = answer.map(Completions::candidates).orElse(List.of());
        if (candidates.stream().anyMatch(c -> c.kind() == Candidate.Kind.SYMBOL)) {
            return offer(answer.orElseThrow(), text, cursor);
        }
        boolean knownValues = presses == 1
                && candidates.stream()
                        .anyMatch(c -> c.kind() == Candidate.Kind.KEY || c.kind() == Candidate.Kind.CONSTANT);
        if (presses <= 2 && !knownValues && document(text, cursor, presses == 2, candidates)) {
            return true;
        }
        return !candidates.isEmpty() && menu(MenuItem.of(candidates), answer.orElseThrow());
    }

    private boolean menu(List<MenuItem> items, Completions completions) {
        ChosenItem chosen = new ChosenItem(assistance, reader::drawAgain);
        return new CompletionMenu(reader, items, palette, chosen, completions.partial()).run(completions.anchor());
    }

    /** Signatures or documentation, and with signatures of a call what fits as its argument. */
    private boolean document(String text, int cursor, boolean javadoc, List<Candidate> candidates) {
        Duration deadline = assistance.deadline();
        List<Documentation> known = reader.await(
                        assistance.ask(kernel -> kernel.documentation(text, cursor, javadoc, deadline)),
                        deadline.plus(ON_ITS_WAY))
                .orElse(List.of());
        if (known.isEmpty()) {
            return false;
        }
        DocumentationView view = new DocumentationView(palette, reader.columns() - 1);
        if (javadoc) {
            return new Pages(reader, palette, view.documentation(known)).show();
        }
        List<AttributedString> lines = new ArrayList<>(view.signatures(known));
        lines.add(view.howToGoOn());
        lines.addAll(fitting(candidates));
        Optional<CallHelp> follows = CallAtCursor.atEndOf(text.substring(0, cursor))
                .filter(call -> isOf(known, call) && lines.size() < reader.rows() - reader.textRows())
                .map(call -> new CallHelp(reader, palette, known, call));
        return follows.map(help -> help.show(lines)).orElseGet(() -> new Pages(reader, palette, lines).show());
    }

    private static boolean isOf(List<Documentation> known, CallAtCursor call) {
        return known.stream().anyMatch(each -> each.in(call).activeParameter() != Documentation.NO_PARAMETER);
    }

    private List<AttributedString> fitting(List<Candidate> candidates) {
        List<Candidate> fitting =
                candidates.stream().filter(Candidate::matchesType).limit(5).toList();
        return fitting.isEmpty()
                ? List.of()
                : new MenuView(MenuItem.of(fitting), palette)
                        .draw(-1, reader.columns(), fitting.size(), false)
                        .columnSplitLength(Integer.MAX_VALUE);
    }

    /** What is known by the deadline; if that is nothing at all, the answer of a kernel that is not warm yet. */
    private Optional<Completions> completions(String text, int cursor) {
        return completions(text, cursor, assistance.deadline())
                .filter(known -> !known.partial() || !known.candidates().isEmpty())
                .or(() -> completions(text, cursor, NOT_WARM));
    }

    private Optional<Completions> completions(String text, int cursor, Duration deadline) {
        return reader.await(
                assistance.ask(kernel -> kernel.complete(text, cursor, deadline)), deadline.plus(ON_ITS_WAY));
    }

    private boolean note(String sentence) {
        return new Pages(reader, palette, List.of(new AttributedString(sentence, palette.dim()))).show();
    }
}
