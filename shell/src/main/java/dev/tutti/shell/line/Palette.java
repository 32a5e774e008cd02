package dev.tutti.shell.line;

import dev.tutti.kernel.cell.TokenKind;
import org.jline.utils.AttributedStyle;

/** The colours of the line editor. Without colours, only dim, bold and inverse are left. */
final class Palette {

    private final boolean coloured;

    Palette(boolean coloured) {
        this.coloured = coloured;
    }

    boolean isColoured() {
        return coloured;
    }

    AttributedStyle token(TokenKind kind) {
        return switch (kind) {
            case KEYWORD -> colour(AttributedStyle.MAGENTA);
            case NUMBER, CONSTANT -> colour(AttributedStyle.CYAN);
            case CHARACTER, STRING, TEXT_BLOCK -> colour(AttributedStyle.GREEN);
            case LINE_COMMENT, BLOCK_COMMENT, JAVADOC -> dim();
            case TYPE -> colour(AttributedStyle.BLUE | AttributedStyle.BRIGHT);
            case ANNOTATION -> colour(AttributedStyle.YELLOW);
            case ERROR -> colour(AttributedStyle.RED);
            case IDENTIFIER, METHOD, OPERATOR, PUNCTUATION, OPEN_BRACKET, CLOSE_BRACKET, WHITESPACE ->
                AttributedStyle.DEFAULT;
        };
    }

    AttributedStyle magic() {
        return colour(AttributedStyle.YELLOW).bold();
    }

    AttributedStyle matchingBracket() {
        return coloured
                ? AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.CYAN)
                : AttributedStyle.DEFAULT.inverse();
    }

    AttributedStyle prompt() {
        return colour(AttributedStyle.GREEN);
    }

    AttributedStyle promptNumber() {
        return coloured ? prompt().bold() : AttributedStyle.DEFAULT;
    }

    AttributedStyle selected() {
        return AttributedStyle.DEFAULT.inverse();
    }

    /** The parameter at the cursor. */
    AttributedStyle active() {
        return AttributedStyle.DEFAULT.bold().underline();
    }

    AttributedStyle kind() {
        return colour(AttributedStyle.CYAN);
    }

    /** Suggestions, comments, signatures in the menu. */
    AttributedStyle dim() {
        return coloured
                ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BLACK | AttributedStyle.BRIGHT)
                : AttributedStyle.DEFAULT.faint();
    }

    private AttributedStyle colour(int colour) {
        return coloured ? AttributedStyle.DEFAULT.foreground(colour) : AttributedStyle.DEFAULT;
    }
}
