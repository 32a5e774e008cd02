package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.fold.CellError;
import dev.tutti.kernel.fold.StepReport;
import dev.tutti.kernel.magic.HelpTopic;
import dev.tutti.kernel.view.RunListener;
import java.util.Optional;

/** Sees what a cell does, in order; called on the thread that runs the cell. */
public interface CellListener extends RunListener {

    /** A magic wrote text to standard output; it ends with a newline. */
    void print(String text);

    /** A magic has text to be read page by page; it ends with a newline. */
    default void page(String text) {
        print(text);
    }

    /**
     * A magic asks for a line.
     *
     * @param prompt what stands before it
     * @return empty if there is none: the input has ended, or Ctrl-C was pressed
     */
    default Optional<String> ask(String prompt) {
        return Optional.empty();
    }

    /** Help was asked for. */
    void help(HelpTopic topic);

    /** A Java step has ended. */
    void step(CellNumber cell, StepReport report);

    /** The cell was refused, or a magic of it failed; the source shows the place. */
    void refused(CellNumber cell, CellSource source, CellError.Refused error);
}
