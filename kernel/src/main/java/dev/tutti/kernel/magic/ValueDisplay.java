package dev.tutti.kernel.magic;

import dev.tutti.kernel.fold.ResultGroup;
import java.util.List;

/** How values are shown in this session. Used on the thread that runs the cell. */
public interface ValueDisplay {

    /** Digits behind the point; {@link dev.tutti.engine.wire.RenderLimits#ALL_DIGITS}: all. */
    int digits();

    /** From now on so many. */
    void digits(int digits);

    /** The values of the latest Java step of the cell; empty if it has none, or still runs. */
    List<ResultGroup> latest();

    /**
     * Asks the user's terminal to take a text into its clipboard, and says so.
     *
     * @throws MagicException if there is no terminal
     */
    void clip(String text) throws MagicException;

    /** Shows a text page by page where there is a terminal, else all of it. */
    void page(String text);
}
