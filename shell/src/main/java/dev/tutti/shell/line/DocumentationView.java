package dev.tutti.shell.line;

import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
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

    /** A line for each signature, the parameter at the cursor set off, and how to get more. */
    List<AttributedString> signatures(List<Documentation> known) {
        AttributedStringBuilder all = new AttributedStringBuilder();
        known.forEach(documentation -> all.append(signature(documentation)).append("\n"));
        all.append("Tab: documentation", palette.dim());
        return all.toAttributedString().columnSplitLength(columns);
    }

    /** The help page. */
    List<AttributedString> documentation(List<Documentation> known) {
        return new StyledText(palette).of(HelpPage.of("", known, Optional.empty(), columns));
    }

    /** A signature on one line. */
    AttributedString signature(Documentation documentation) {
        String text = documentation.signature();
        AttributedStringBuilder styled = new AttributedStringBuilder();
        int parameter = -1;
        int depth = 0;
        for (Token token : JavaLexer.tokens(text)) {
            String part = token.in(text);
            depth += token.kind() == TokenKind.OPEN_BRACKET || part.equals("<") ? 1 : 0;
            depth -= token.kind() == TokenKind.CLOSE_BRACKET || part.equals(">") ? 1 : 0;
            boolean separates = parameter < 0 ? part.equals("(") : part.equals(",") && depth == 1;
            boolean active = parameter >= 0 && parameter == documentation.activeParameter() && depth >= 1 && !separates;
            styled.append(part, active ? palette.active() : palette.token(token.kind()));
            parameter += separates ? 1 : 0;
        }
        return styled.toAttributedString();
    }
}
