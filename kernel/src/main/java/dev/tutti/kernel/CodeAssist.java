package dev.tutti.kernel;

import dev.tutti.kernel.compile.Completeness;
import dev.tutti.kernel.compile.Completions;
import dev.tutti.kernel.compile.Diagnostic;
import dev.tutti.kernel.compile.Documentation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a front end may ask about a cell that is being typed: whole cell text in, magics and all. Never runs user code.
 * Any thread; a question is answered by its deadline with what is known by then.
 */
public interface CodeAssist {

    /** Whether Enter should run the cell or begin a new line. Quick: it is asked on the typing thread. */
    Completeness completeness(String cell);

    /** How the cell may go on at the cursor: Java, magic names, their options, targets, files. */
    Completions complete(String cell, int cursor, Duration deadline);

    /** What stands at the cursor: signatures, and Javadoc as HTML if asked for. */
    List<Documentation> documentation(String cell, int cursor, boolean javadoc, Duration deadline);

    /** The source of what a name means, if it can be had. */
    Optional<String> source(String subject, Duration deadline);

    /**
     * What the compiler would refuse if the cell were submitted now; offsets are those of the cell. Nothing while the
     * cell is not complete or has no Java. Takes as long as compiling: some 10 ms, 100 ms for hundreds of lines.
     */
    List<Diagnostic> errors(String cell);

    /** Questions about the expression at the cursor, and about what it could become. */
    ExpressionAssist expressions();

    /** Whether a magic of this name exists, for highlighting. */
    boolean isMagic(String name);
}
