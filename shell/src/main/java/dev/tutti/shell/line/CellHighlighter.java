package dev.tutti.shell.line;

import dev.tutti.kernel.cell.Brackets;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.compile.Diagnostic;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Colours a cell while it is typed: Java by the lexer, known magics, the brackets that belong together at the cursor.
 * It runs at each keystroke; beyond {@value #LIMIT} characters it leaves the text as it is. Used by the typing thread.
 */
final class CellHighlighter {

    /** The length up to which a keystroke stays well under 16 ms, the time of one screen frame. */
    static final int LIMIT = 100_000;

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
        return highlight(text, 0, text.length(), cursor);
    }

    /**
     * A part of the text in colours.
     *
     * @param cursor in the whole text, or -1 if brackets are not to be shown
     */
    AttributedString highlight(String text, int start, int end, int cursor) {
        if (!palette.isColoured() || text.length() > LIMIT || start == end) {
            return new AttributedString(text.substring(start, end));
        }
        if (!text.equals(lexed)) {
            tokens = JavaLexer.tokens(text);
            lexed = text;
        }
        AttributedStringBuilder styled = new AttributedStringBuilder(end - start);
        for (Token token : tokens) {
            int from = Math.max(start, token.start());
            int to = Math.min(end, token.end());
            if (from < to) {
                styled.append(text.substring(from, to), palette.token(token.kind()));
            }
        }
        Part part = withMagics(new Part(styled.toAttributedString(), start, end), text);
        return withBrackets(part, cursor).styled();
    }

    /** Text as it is styled, with what the compiler refuses underlined. */
    AttributedString underlined(AttributedString styled, List<Diagnostic> errors) {
        AttributedString result = styled;
        for (Diagnostic error : errors) {
            int start = Math.clamp(error.start(), 0, Math.max(0, styled.length() - 1));
            result = restyled(result, start, Math.max(error.end(), start + 1), palette::wrong);
        }
        return result;
    }

    /** Text as it is styled, with what is meant just now set off. */
    AttributedString emphasised(AttributedString styled, List<Emphasis.Part> meant) {
        AttributedString result = styled;
        for (Emphasis.Part part : meant) {
            result = restyled(result, part.start(), part.end(), palette::meant);
        }
        return result;
    }

    /** Text as it is styled, with a part of it shown as selected; what of the part lies outside does not matter. */
    AttributedString selected(AttributedString styled, int from, int to) {
        return restyled(styled, from, to, AttributedStyle::inverse);
    }

    private static AttributedString restyled(
            AttributedString styled, int from, int to, UnaryOperator<AttributedStyle> change) {
        int start = Math.clamp(from, 0, styled.length());
        int end = Math.clamp(to, start, styled.length());
        AttributedStringBuilder parts = new AttributedStringBuilder(styled.length()).append(styled, 0, start);
        for (int i = start; i < end; i++) {
            parts.append(String.valueOf(styled.charAt(i)), change.apply(styled.styleAt(i)));
        }
        return parts.append(styled, end, styled.length()).toAttributedString();
    }

    /** Apart, so that the pattern is not compiled before the first prompt. */
    private static final class Magic {
        static final Pattern CALL =
                Pattern.compile("(?m)^[ \\t]*(%%?)([\\p{L}_][\\w\\p{L}]*)|=[ \\t]*(%)([\\p{L}_]\\w*)");
    }

    /** Styled text that covers a part of the whole. */
    private record Part(AttributedString styled, int start, int end) {

        Part restyled(int from, int to, AttributedStyle style) {
            if (from < start || to > end) {
                return this;
            }
            AttributedString changed = new AttributedStringBuilder(styled.length())
                    .append(styled, 0, from - start)
                    .append(styled.subSequence(from - start, to - start).toString(), style)
                    .append(styled, to - start, styled.length())
                    .toAttributedString();
            return new Part(changed, start, end);
        }
    }

    private Part withMagics(Part part, String text) {
        int percent = text.indexOf('%', part.start());
        if (percent < 0 || percent >= part.end()) {
            return part;
        }
        Part styled = part;
        Matcher matcher = Magic.CALL.matcher(text).region(part.start(), part.end());
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 3;
            int start = matcher.start(group);
            if (isOutsideLiterals(start) && isMagic.test(matcher.group(group + 1))) {
                styled = styled.restyled(start, matcher.end(group + 1), palette.magic());
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
    private Part withBrackets(Part part, int cursor) {
        for (int place : new int[] {cursor, cursor - 1}) {
            OptionalInt partner = place < 0 ? OptionalInt.empty() : Brackets.matching(tokens, place);
            if (partner.isPresent()) {
                AttributedStyle style = palette.matchingBracket();
                int other = partner.getAsInt();
                return part.restyled(place, place + 1, style).restyled(other, other + 1, style);
            }
        }
        return part;
    }
}
