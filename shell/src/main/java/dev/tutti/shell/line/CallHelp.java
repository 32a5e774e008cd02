package dev.tutti.shell.line;

import dev.tutti.kernel.compile.CallAtCursor;
import dev.tutti.kernel.compile.Documentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * The signatures of a call, below the text for as long as the cursor stands inside its parentheses. The mark of the
 * parameter follows the cursor. Used by whoever draws, under the reader's lock.
 */
final class CallHelp {

    private static final int FEWEST_ROWS = 3;

    private final CellReader reader;
    private final CellBuffer buffer;
    private final Palette palette;
    private final List<Documentation> known;
    private final CallAtCursor call;

    CallHelp(CellReader reader, Palette palette, List<Documentation> known, CallAtCursor call) {
        this.reader = reader;
        this.buffer = new CellBuffer(reader.getBuffer());
        this.palette = palette;
        this.known = List.copyOf(known);
        this.call = call;
    }

    /** Shows them, and until something is typed what else is to be said at this place. Always true. */
    boolean show(List<AttributedString> firstLines) {
        String text = buffer.text();
        int cursor = buffer.cursor();
        reader.showBelowWhile(() -> now().isPresent(), () -> {
            boolean untouched = cursor == buffer.cursor() && text.equals(buffer.text());
            return joined(untouched ? firstLines : signatures());
        });
        return true;
    }

    private Optional<CallAtCursor> now() {
        return CallAtCursor.openedAt(call.open(), buffer.text().substring(0, buffer.cursor()))
                .filter(found -> found.name().equals(call.name()));
    }

    private List<AttributedString> signatures() {
        DocumentationView view = new DocumentationView(palette, reader.columns() - 1);
        return now().map(at ->
                        view.signatures(known.stream().map(each -> each.in(at)).toList()))
                .orElse(List.of());
    }

    private AttributedString joined(List<AttributedString> lines) {
        int rows = Math.max(FEWEST_ROWS, reader.rows() - reader.textRows() - 1);
        List<AttributedString> shown = new ArrayList<>(lines.subList(0, Math.min(rows, lines.size())));
        return AttributedString.join(new AttributedString("\n"), shown);
    }
}
