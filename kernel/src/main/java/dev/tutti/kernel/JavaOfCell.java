package dev.tutti.kernel;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.CodeInCell;
import dev.tutti.kernel.magic.MagicCompletion;
import java.util.List;
import java.util.Optional;

/** The Java in a cell that is being typed, in its place: everything else is blanked out. Any thread. */
final class JavaOfCell {

    private final Session session;

    JavaOfCell(Session session) {
        this.session = session;
    }

    /** The steps of a cell; none while it cannot be cut. */
    List<Step> steps(String cell) {
        try {
            return session.parser().steps(cell);
        } catch (CellSyntaxException e) {
            return List.of();
        }
    }

    /** Whether a magic is given code. */
    boolean takes(Step.Magic magic) {
        return session.magics()
                .find(magic.name())
                .filter(entry -> entry.form().takesCode())
                .isPresent();
    }

    /** Where the code of a magic begins in its cell. */
    int start(Step.Magic magic) {
        return magic.cellMagic()
                ? magic.bodyStart()
                : magic.argumentsStart() + MagicCompletion.codeStart(session.magics(), magic);
    }

    /** Where the code of a magic ends in its cell. */
    int end(Step.Magic magic) {
        return magic.cellMagic() ? magic.bodyStart() + magic.body().length() : magic.end();
    }

    /** The cell with all but the step at the cursor, and the Java before it, blanked out. */
    String java(String cell, int cursor) {
        StringBuilder java = new StringBuilder(cell);
        for (Step step : steps(cell)) {
            switch (step) {
                case Step.Java _ -> {}
                case Step.Magic magic -> {
                    boolean inside = magic.start() <= cursor && cursor <= magic.end() && takes(magic);
                    blank(java, magic.start(), inside ? start(magic) : magic.end());
                }
                case Step.Help help -> blank(java, help.start(), help.end());
                case Step.ShellLine line -> blank(java, line.start(), line.end());
            }
        }
        return java.toString();
    }

    /** The Java of the step at the cursor; empty if there is none. */
    Optional<CodeInCell> at(String cell, int cursor) {
        Optional<CodeInCell> found = Optional.empty();
        for (Step step : steps(cell)) {
            if (step.start() <= cursor && cursor <= step.end()) {
                found = code(cell, cursor, step);
            }
        }
        return found;
    }

    private Optional<CodeInCell> code(String cell, int cursor, Step step) {
        return switch (step) {
            case Step.Java(int start, int end) -> Optional.of(new CodeInCell(cell, java(cell, cursor), start, end));
            case Step.Magic magic
            when takes(magic) && start(magic) <= cursor ->
                Optional.of(new CodeInCell(cell, java(cell, cursor), start(magic), end(magic)));
            case Step.Magic _, Step.Help _, Step.ShellLine _ -> Optional.empty();
        };
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
