package dev.tutti.shell.line;

import dev.tutti.kernel.cell.Brackets;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours a cell while it is typed: Java by the lexer, known magics, the brackets that belong together at the cursor. It runs at
 * each keystroke; beyond {@value #LIMIT} characters it leaves the text as it is. Used by the typing thread.
 */
final class CellHighlighter {

    /** The length up to which a keystroke stays well under 16 ms, the time of one screen frame. */
    static final int LIMIT = 100_000;

    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*(%%?)([\\p{L}_][\\w\\p{L}]*)|=[ \\t]*(%)([\\p{L}_]\\w*)");

    private final Palette palette;
    private final Predicate<String> isMagic;
    private String lexed = "";
    private List<Token> tokens = List.of();

    CellHighlighter(Palette palette, Predicate<String> isMagic) {
        this.palette = palette;
        this.isMagic = isMagic;
    }

    /** The text in colours. */
    AttributedString highlight(String text, int cursor) {
        if (!palette.isColoured() || text.length() > LIMIT || text.isEmpty()) {
            return new AttributedString(text);
        }
        if (!text.equals(lexed)) {
            tokens = JavaLexer.tokens(text);
            lexed = text;
        }
        AttributedStringBuilder styled = new AttributedStringBuilder(text.length());
        for (Token token : tokens) {
            styled.append(token.in(text), palette.token(token.kind()));
        }
        return withBrackets(withMagics(styled, text).toAttributedString(), cursor);
    }

    private AttributedStringBuilder withMagics(AttributedStringBuilder styled, String text) {
        if (text.indexOf('%') < 0) {
            return styled;
        }
        Matcher matcher = MAGIC.matcher(text);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 3;
            int start = matcher.start(group);
            if (isOutsideLiterals(start) && isMagic.test(matcher.group(group + 1))) {
                styled = restyle(styled.toAttributedString(), start, matcher.end(group + 1), palette.magic());
            }
        }
        return styled;
    }

    private boolean isOutsideLiterals(int offset) {
        return Brackets.at(tokens, offset)
                .filter(token -> !token.kind().isLiteral() && !token.kind().isComment())
                .isPresent();
    }

    /** A bracket after the cursor wins over one before it. */
    private AttributedString withBrackets(AttributedString styled, int cursor) {
        for (int place : new int[] {cursor, cursor - 1}) {
            OptionalInt partner = place < 0 ? OptionalInt.empty() : Brackets.matching(tokens, place);
            if (partner.isPresent()) {
                AttributedStyle style = palette.matchingBracket();
                AttributedString first = restyle(styled, place, place + 1, style).toAttributedString();
                return restyle(first, partner.getAsInt(), partner.getAsInt() + 1, style).toAttributedString();
            }
        }
        return styled;
    }

    private static AttributedStringBuilder restyle(AttributedString text, int start, int end, AttributedStyle style) {
        return new AttributedStringBuilder(text.length())
                .append(text, 0, start)
                .append(text.subSequence(start, end).toString(), style)
                .append(text, end, text.length());
    }
}
