package dev.tutti.engine.target;

import dev.tutti.engine.target.TargetSet.Operator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the language of {@link TargetSpec}: sets, joined by signs from left to right, with brackets where that is not meant. */
final class TargetReader {

    private static final int LONGEST_RANGE = 100_000;
    private static final int DEEPEST = 50;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final Pattern NEGATIVE = Pattern.compile("-(\\d{1,9})");
    private static final Pattern SLICE = Pattern.compile("(-?\\d{1,9})?:(-?\\d{1,9})?(?::(-?\\d{1,9})?)?");
    private static final Pattern GROUP = Pattern.compile("@([\\p{Alnum}_.][\\p{Alnum}_.-]*)");

    private final String text;
    private int position;
    private int depth;

    private TargetReader(String text) {
        this.text = text;
    }

    static TargetSet parse(String text) throws TargetException {
        TargetReader parser = new TargetReader(text);
        TargetSet set = parser.expression();
        if (parser.position < text.length()) {
            throw parser.unreadable(text.substring(parser.position), parser.position);
        }
        return set;
    }

    private TargetSet expression() throws TargetException {
        skipBlanks();
        TargetSet set = next() == '?' ? new TargetSet.All() : operand();
        while (true) {
            skipBlanks();
            if (next() == '?') {
                set = pick(set);
                continue;
            }
            Operator operator = operator();
            if (operator == null) {
                return set;
            }
            position++;
            set = new TargetSet.Both(set, operator, operand());
        }
    }

    private TargetSet pick(TargetSet from) throws TargetException {
        int start = position++;
        String count = word();
        if (!NUMBER.matcher(count).matches() || Integer.parseInt(count) == 0) {
            throw unreadable("?" + count, start);
        }
        return new TargetSet.Pick(from, Integer.parseInt(count));
    }

    private Operator operator() {
        for (Operator operator : Operator.values()) {
            if (next() == operator.sign) {
                return operator;
            }
        }
        return null;
    }

    private TargetSet operand() throws TargetException {
        skipBlanks();
        int start = position;
        if (next() == '(') {
            if (++depth > DEEPEST) {
                throw unreadable("(", start);
            }
            position++;
            TargetSet inner = expression();
            if (next() != ')') {
                throw new TargetException(
                        "Targets '" + text + "': the bracket at character " + (start + 1) + " is never closed.");
            }
            position++;
            depth--;
            return inner;
        }
        return atom(word(), start);
    }

    private TargetSet atom(String word, int start) throws TargetException {
        if (word.equals("all")) {
            return new TargetSet.All();
        }
        if (word.equals("local")) {
            return new TargetSet.Local();
        }
        if (NUMBER.matcher(word).matches()) {
            int id = Integer.parseInt(word);
            return new TargetSet.Ids(id, id);
        }
        Matcher range = RANGE.matcher(word);
        if (range.matches()) {
            return range(word, Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher negative = NEGATIVE.matcher(word);
        if (negative.matches() && Integer.parseInt(negative.group(1)) > 0) {
            return new TargetSet.FromEnd(Integer.parseInt(negative.group(1)));
        }
        Matcher slice = SLICE.matcher(word);
        if (slice.matches()) {
            return slice(word, slice);
        }
        Matcher group = GROUP.matcher(word);
        if (group.matches()) {
            return new TargetSet.Group(group.group(1));
        }
        throw unreadable(word, start);
    }

    private TargetSet range(String word, int first, int last) throws TargetException {
        if (first > last || last - first > LONGEST_RANGE) {
            throw new TargetException(
                    "Targets '" + text + "': the range " + word + " must go from a lower to a higher engine number.");
        }
        return new TargetSet.Ids(first, last);
    }

    private TargetSet slice(String word, Matcher slice) throws TargetException {
        int step = slice.group(3) == null ? 1 : Integer.parseInt(slice.group(3));
        if (step == 0) {
            throw new TargetException("Targets '" + text + "': the step of the slice " + word + " must not be 0.");
        }
        return new TargetSet.Slice(slice.group(1), slice.group(2), step);
    }

    /** What stands up to the next sign. */
    private String word() {
        int start = position;
        while (position < text.length() && ",!&^?()".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position).strip();
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** The next character; 0 at the end. */
    private char next() {
        return position < text.length() ? text.charAt(position) : 0;
    }

    private TargetException unreadable(String word, int start) {
        boolean alone = word.equals(text);
        return new TargetException("Targets '" + text + "' cannot be read at '" + word + "'"
                + (alone ? "" : " (character " + (start + 1) + ")")
                + ". Write engine numbers and ranges (0-3,7), all, positions from the end (-1), slices (::2)"
                + (alone ? "" : ", groups (@name)")
                + " or local"
                + (alone ? "." : "; join them: a!b without, a&b both, a^b either, a?2 any two."));
    }
}
