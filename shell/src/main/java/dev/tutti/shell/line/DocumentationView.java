package dev.tutti.shell.line;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.shell.help.HelpPage;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Signatures and documentation for the area below the text. */
final class DocumentationView {

    private final Palette palette;
    private final int columns;

    DocumentationView(Palette palette, int columns) {
        this.palette = palette;
        this.columns = columns;
    }

    /** A line for each signature, the parameter at the cursor set off. */
    List<AttributedString> signatures(List<Documentation> known) {
        AttributedStringBuilder all = new AttributedStringBuilder();
        known.forEach(documentation -> all.append(all.length() == 0 ? "" : "\n").append(signature(documentation)));
        return all.toAttributedString().columnSplitLength(columns);
    }

    /** What shows more than the signatures. */
    AttributedString howToGoOn() {
        return new AttributedString("Tab: documentation", palette.dim());
    }

    /** The help page. */
    List<AttributedString> documentation(List<Documentation> known) {
        return new StyledText(palette).of(HelpPage.of("", known, Optional.empty(), columns));
    }

    /** A signature on one line; dimmed if it has no parameter for the argument at the cursor. */
    AttributedString signature(Documentation documentation) {
        String text = documentation.signature();
        Parameters parameters = Parameters.of(text);
        int active = parameters.taking(documentation.activeParameter());
        if (active < 0 && documentation.activeParameter() > 0) {
            return new AttributedString(text, palette.dim());
        }
        AttributedStringBuilder styled = new AttributedStringBuilder();
        for (Token token : JavaLexer.tokens(text)) {
            boolean set = parameters.isPartOf(token, active);
            styled.append(token.in(text), set ? palette.active() : palette.token(token.kind()));
        }
        return styled.toAttributedString();
    }
}
