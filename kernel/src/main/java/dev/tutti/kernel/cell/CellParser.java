package dev.tutti.kernel.cell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the text of a whole cell into steps: Java, magics, help, shell lines. The rules:
 *
 * <ul>
 *   <li>A line is a magic when it begins with {@code %name} outside of brackets, comments and literals, and the Java
 *       before it in the cell is complete; {@code % b} is Java. {@code x = %name …} and {@code var x = %name …}
 *       assign what it gives.
 *   <li>{@code %%name} is a magic only as the first line of a cell that is not blank; the rest is its body.
 *   <li>The cell is help when it is one line {@code name?}, {@code name??} or {@code ?(expression)}.
 *   <li>A line whose first character is {@code !} goes to the system's shell, if the Java before it is complete; so
 *       does {@code var y = !word …} unless the word is a name of the session or of this cell, or is called like a
 *       method.
 *   <li>A first line {@code #!…} is skipped. A backslash at the end of a magic or shell line continues it.
 * </ul>
 *
 * Any thread.
 */
public final class CellParser {

    private static final Pattern SHAPE = Pattern.compile("\\?\\s*(\\([^()]*\\)\\s*->\\s*[^{}]+)");
    private static final Pattern HELP = Pattern.compile("([%\\w.*$\\p{L}]+?)(\\?\\??)|(\\?\\??)\\((.+)\\)");
    private static final Pattern CELL_MAGIC = Pattern.compile("%%([\\p{L}_][\\w\\p{L}]*)");

    private final MagicNames magics;
    private final Predicate<String> sessionNames;
    private final Predicate<String> completeJava;

    /**
     * A parser that judges by the text alone.
     *
     * @param magics the magics that there are
     * @param sessionNames whether a word names something of the session
     */
    public CellParser(MagicNames magics, Predicate<String> sessionNames) {
        this(magics, sessionNames, java -> JavaShape.of(java) != JavaShape.OPEN);
    }

    /**
     * A parser that asks somebody whether Java is complete.
     *
     * @param completeJava whether Java (without magics) could end where this text ends
     */
    public CellParser(MagicNames magics, Predicate<String> sessionNames, Predicate<String> completeJava) {
        this.magics = Objects.requireNonNull(magics, "magics");
        this.sessionNames = Objects.requireNonNull(sessionNames, "sessionNames");
        this.completeJava = Objects.requireNonNull(completeJava, "completeJava");
    }

    /**
     * The steps of a cell in order; none for a cell of blanks and comments.
     *
     * @throws CellSyntaxException if a magic is not known or stands where it cannot
     */
    public List<Step> steps(String cell) throws CellSyntaxException {
        int start = cell.startsWith("#!") ? Lines.next(cell, Lines.end(cell, 0)) : 0;
        int first = firstNonBlank(cell, start);
        if (first == cell.length()) {
            return List.of();
        }
        Optional<Step> help = help(cell, first);
        if (help.isPresent()) {
            return List.of(help.get());
        }
        Matcher cellMagic = CELL_MAGIC.matcher(cell).region(first, cell.length());
        if (cellMagic.lookingAt()) {
            return List.of(cellMagic(cell, first, cellMagic));
        }
        return new StepScan(cell, start, this).steps();
    }

    /** Whether {@code text}, the whole of a buffer, asks for help. */
    private static Optional<Step> help(String cell, int first) {
        String text = cell.substring(first).stripTrailing();
        int end = first + text.length();
        if (text.equals("?") || text.equals("??")) {
            return Optional.of(new Step.Help(first, end, "", text.length() == 2));
        }
        Matcher shape = SHAPE.matcher(text);
        if (shape.matches()) {
            return Optional.of(new Step.Help(first, end, shape.group(1), false));
        }
        Matcher matcher = HELP.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(1) != null
                        ? new Step.Help(
                                first, end, matcher.group(1), matcher.group(2).length() == 2)
                        : new Step.Help(
                                first,
                                end,
                                matcher.group(4).strip(),
                                matcher.group(3).length() == 2));
    }

    private Step cellMagic(String cell, int start, Matcher name) throws CellSyntaxException {
        if (!magics.isCellMagic(name.group(1))) {
            throw UnknownMagic.cell(name.group(1), magics, start, name.end());
        }
        int argumentsStart = Lines.afterBlanks(cell, name.end());
        LogicalLine line = LogicalLine.plain(cell, argumentsStart);
        int bodyStart = Lines.next(cell, line.end());
        return new Step.Magic(
                start,
                cell.length(),
                name.group(1),
                line.text(),
                argumentsStart,
                cell.substring(bodyStart),
                bodyStart,
                true,
                "");
    }

    MagicNames magics() {
        return magics;
    }

    boolean isSessionName(String word) {
        return sessionNames.test(word);
    }

    boolean isComplete(String java) {
        return java.isBlank() || completeJava.test(java);
    }

    private static int firstNonBlank(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
