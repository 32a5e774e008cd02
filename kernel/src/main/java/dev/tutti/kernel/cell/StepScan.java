package dev.tutti.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One walk through a cell. Java is read token by token up to a line that is something else; behind that line reading
 * begins anew, so that a quote in a shell command cannot swallow the Java below it. Every character is read once.
 */
final class StepScan {

    private static final Pattern MAGIC = Pattern.compile("%(%?)([\\p{L}_][\\w\\p{L}]*)");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<var>var[ \\t]+)?(?<name>[\\p{L}_$][\\w\\p{L}$]*)[ \\t]*=[ \\t]*(?=[%!])");
    private static final Pattern COMMAND_WORD = Pattern.compile("([\\p{L}_$][\\w\\p{L}$]*)[\\w\\p{L}$.]*(\\(?)");

    private final String cell;
    private final CellParser parser;
    private final List<Step> steps = new ArrayList<>();
    private int javaStart;

    StepScan(String cell, int start, CellParser parser) {
        this.cell = cell;
        this.parser = parser;
        this.javaStart = start;
    }

    List<Step> steps() throws CellSyntaxException {
        while (javaStart < cell.length()) {
            readJava();
        }
        return List.copyOf(steps);
    }

    /** Reads Java up to the next step of another kind, which it reads too. */
    private void readJava() throws CellSyntaxException {
        RawScanner scanner = new RawScanner(cell, javaStart);
        int depth = 0;
        int lineStart = javaStart;
        while (scanner.hasNext()) {
            Token token = scanner.next();
            if (token.kind() == TokenKind.WHITESPACE) {
                lineStart = lineStartWithin(token, lineStart);
                continue;
            }
            if (depth == 0 && isFirstOfLine(token, lineStart) && readOther(lineStart, token.start())) {
                return;
            }
            depth = token.depthAfter(depth);
        }
        addJava(cell.length());
        javaStart = cell.length();
    }

    private int lineStartWithin(Token blank, int before) {
        for (int i = blank.end(); i > blank.start(); i--) {
            if (Lines.beginsAt(cell, i)) {
                return i;
            }
        }
        return before;
    }

    private boolean isFirstOfLine(Token token, int lineStart) {
        return Lines.afterBlanks(cell, lineStart) == token.start();
    }

    /** Reads the line at which Java may end, if it is none. */
    private boolean readOther(int lineStart, int at) throws CellSyntaxException {
        char c = cell.charAt(at);
        if (c == '%') {
            Matcher magic = MAGIC.matcher(cell).region(at, cell.length());
            return magic.lookingAt() && javaIsCompleteBefore(lineStart) && readMagic(lineStart, at, magic, "");
        }
        if (c == '!') {
            boolean command = at == lineStart && !cell.startsWith("!=", at);
            return command && javaIsCompleteBefore(lineStart) && readCommand(lineStart, at, at + 1, "");
        }
        if (!Character.isJavaIdentifierStart(c)) {
            return false;
        }
        Matcher assignment = ASSIGNMENT.matcher(cell).region(at, Lines.end(cell, at));
        return assignment.lookingAt() && readAssignment(lineStart, at, assignment);
    }

    private boolean javaIsCompleteBefore(int end) {
        return parser.isComplete(cell.substring(javaStart, end));
    }

    private boolean readAssignment(int lineStart, int at, Matcher assignment) throws CellSyntaxException {
        int value = assignment.end();
        String name = assignment.group("name");
        if (cell.charAt(value) == '%') {
            Matcher magic = MAGIC.matcher(cell).region(value, cell.length());
            return magic.lookingAt() && javaIsCompleteBefore(lineStart) && readMagic(lineStart, at, magic, name);
        }
        boolean command = assignment.group("var") != null && isCommand(lineStart, value + 1);
        return command && javaIsCompleteBefore(lineStart) && readCommand(lineStart, at, value + 1, name);
    }

    /** What stands after {@code var y = !} is a command unless it can be Java. */
    private boolean isCommand(int lineStart, int at) {
        Matcher matcher = COMMAND_WORD.matcher(cell).region(at, Lines.end(cell, at));
        if (!matcher.lookingAt()) {
            return at < cell.length() && "./~".indexOf(cell.charAt(at)) >= 0;
        }
        String word = matcher.group(1);
        boolean calledLikeMethod = !matcher.group(2).isEmpty();
        boolean javaWord = WordKinds.RESERVED.contains(word) || word.equals("true") || word.equals("false");
        return !calledLikeMethod && !javaWord && !parser.isSessionName(word) && !isNameOfThisCell(word, lineStart);
    }

    private boolean isNameOfThisCell(String word, int lineStart) {
        String before = cell.substring(0, lineStart);
        return JavaLexer.tokens(before).stream()
                .anyMatch(token -> token.kind() != TokenKind.WHITESPACE && token.is(before, word));
    }

    private boolean readMagic(int lineStart, int start, Matcher magic, String assignTo) throws CellSyntaxException {
        String name = magic.group(2);
        if (!magic.group(1).isEmpty()) {
            throw new CellSyntaxException(
                    "%%%%%s must be the first line of its cell. Begin a new cell with it, or write %%%s for one line."
                            .formatted(name, name),
                    magic.start(),
                    magic.end());
        }
        if (!parser.magics().isLineMagic(name)) {
            throw UnknownMagic.line(name, parser.magics(), magic.start(), magic.end());
        }
        int argumentsStart = Lines.afterBlanks(cell, magic.end());
        LogicalLine line = parser.magics().takesCode(name)
                ? LogicalLine.code(cell, argumentsStart)
                : LogicalLine.plain(cell, argumentsStart);
        addJava(lineStart);
        steps.add(
                new Step.Magic(start, line.end(), name, line.text(), argumentsStart, "", line.end(), false, assignTo));
        javaStart = Lines.next(cell, line.end());
        return true;
    }

    private boolean readCommand(int lineStart, int start, int commandStart, String assignTo)
            throws CellSyntaxException {
        LogicalLine line = LogicalLine.plain(cell, commandStart);
        if (line.text().isBlank()) {
            throw new CellSyntaxException("There is no command after the exclamation mark.", start, line.end());
        }
        addJava(lineStart);
        steps.add(new Step.ShellLine(start, line.end(), line.text().strip(), assignTo));
        javaStart = Lines.next(cell, line.end());
        return true;
    }

    /** Adds the Java from the last step up to here without the blanks around it; comments alone are no step. */
    private void addJava(int end) {
        String java = cell.substring(javaStart, end);
        if (java.isBlank() || JavaShape.of(java) == JavaShape.EMPTY) {
            return;
        }
        int start = javaStart + java.length() - java.stripLeading().length();
        steps.add(new Step.Java(start, start + java.strip().length()));
    }
}
