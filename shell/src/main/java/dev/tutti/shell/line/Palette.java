package dev.tutti.shell.line;

import dev.tutti.kernel.cell.TokenKind;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import java.util.Locale;
import org.jline.utils.AttributedStyle;

/** The colours of the line editor. Without colours, only dim, bold and inverse are left. */
final class Palette {

    /** For which background the colours are. */
    enum Theme {
        DARK,
        LIGHT,
        PLAIN
    }

    private Theme theme;

    Palette(Theme theme) {
        this.theme = theme;
    }

    /** The colours that are set. @param coloured whether the terminal can show any */
    static Palette of(Settings settings, boolean coloured) {
        return new Palette(
                coloured ? Theme.valueOf(settings.get(KnownSettings.THEME).toUpperCase(Locale.ROOT)) : Theme.PLAIN);
    }

    Theme theme() {
        return theme;
    }

    /** From now on other colours. */
    void theme(Theme next) {
        theme = next;
    }

    boolean isColoured() {
        return theme != Theme.PLAIN;
    }

    AttributedStyle token(TokenKind kind) {
        return switch (kind) {
            case KEYWORD -> colour(AttributedStyle.MAGENTA);
            case NUMBER, CONSTANT -> colour(AttributedStyle.CYAN);
            case CHARACTER, STRING, TEXT_BLOCK -> colour(AttributedStyle.GREEN);
            case LINE_COMMENT, BLOCK_COMMENT, JAVADOC -> dim();
            case TYPE ->
                colour(theme == Theme.LIGHT ? AttributedStyle.BLUE : AttributedStyle.BLUE | AttributedStyle.BRIGHT);
            case ANNOTATION -> noticed();
            case ERROR -> colour(AttributedStyle.RED);
            case IDENTIFIER, METHOD, OPERATOR, PUNCTUATION, OPEN_BRACKET, CLOSE_BRACKET, WHITESPACE ->
                AttributedStyle.DEFAULT;
        };
    }

    AttributedStyle magic() {
        return noticed().bold();
    }

    AttributedStyle matchingBracket() {
        return isColoured()
                ? AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.CYAN)
                : AttributedStyle.DEFAULT.inverse();
    }

    AttributedStyle prompt() {
        return colour(AttributedStyle.GREEN);
    }

    AttributedStyle promptNumber() {
        return isColoured() ? prompt().bold() : AttributedStyle.DEFAULT;
    }

    AttributedStyle selected() {
        return AttributedStyle.DEFAULT.inverse();
    }

    /** The parameter at the cursor. */
    AttributedStyle active() {
        return AttributedStyle.DEFAULT.bold().underline();
    }

    /** What is meant just now, otherwise as before. */
    AttributedStyle meant(AttributedStyle before) {
        return before.bold().underline();
    }

    /** What the compiler refuses, otherwise as before. */
    AttributedStyle wrong(AttributedStyle before) {
        return isColoured() ? before.underline().foreground(AttributedStyle.RED) : before.underline();
    }

    AttributedStyle kind() {
        return colour(AttributedStyle.CYAN);
    }

    /** Suggestions, comments, signatures in the menu. */
    AttributedStyle dim() {
        return isColoured()
                ? AttributedStyle.DEFAULT.foreground(AttributedStyle.BLACK | AttributedStyle.BRIGHT)
                : AttributedStyle.DEFAULT.faint();
    }

    /** Yellow can hardly be read on white. */
    private AttributedStyle noticed() {
        return colour(theme == Theme.LIGHT ? AttributedStyle.RED : AttributedStyle.YELLOW);
    }

    private AttributedStyle colour(int colour) {
        return isColoured() ? AttributedStyle.DEFAULT.foreground(colour) : AttributedStyle.DEFAULT;
    }
}
