package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.kernel.history.HistoryEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;

/** The cells that were submitted, here and in earlier sessions. Used on the thread that runs the cell. */
public interface SessionHistory {

    /**
     * What a log holds besides cells.
     *
     * @param outputs the results, as comments
     * @param times when each cell ended
     */
    record LogOptions(boolean outputs, boolean times) {}

    /** A file to be edited. @param line where the editor begins, from 1 */
    record EditedPlace(Path file, OptionalInt line) {}

    /** A log as it stands. @param cells how many it was given */
    record LogState(Path file, LogOptions options, boolean on, int cells) {}

    /**
     * Cells by ranges; without any, those of this session. The one that is running is not among them. Those of this
     * session have session 0.
     *
     * @throws MagicException if a word is no range, or a session does not exist
     */
    List<HistoryEntry> cells(List<String> ranges) throws MagicException;

    /**
     * The newest cells of all sessions, oldest of them first.
     *
     * @param glob what they look like: {@code *} and {@code ?} stand for text; it may stand anywhere in them
     * @param unique whether equal ones are given once
     */
    List<HistoryEntry> newest(String glob, int limit, boolean unique) throws MagicException;

    /** Drops the texts that {@code In} means; {@code %history} has them still. */
    void dropInputs();

    /**
     * Drops the results of all cells, at local and on the engines that are idle.
     *
     * @return the engines whose results stay, since they are busy
     * @throws MagicException if an engine refuses
     */
    SortedSet<EngineId> dropResults() throws MagicException;

    /** Texts of cells by name; may be changed. */
    SortedMap<String, String> macros();

    /** Runs a text as a cell of its own. @throws MagicException if it fails, which was told */
    void run(String text) throws MagicException;

    /** As {@link #run}; the text is among the cells of this session, as if it had been typed. */
    void runNew(String text) throws MagicException;

    /** @throws MagicException if there is no terminal that a magic of this name could have */
    void checkScreen(String magic) throws MagicException;

    /**
     * Has a file edited by the user.
     *
     * @param builtIn by the editor that is built in, whatever is set
     * @throws MagicException if the editor cannot be started or ends with another exit code than 0
     */
    void edit(EditedPlace place, boolean builtIn) throws MagicException;

    /** The text that was edited last. */
    Optional<String> edited();

    /** A text has been edited. */
    void edited(String text);

    /** Lets the user choose one of some cells on the whole screen; empty if he does not. */
    Optional<String> pick(List<HistoryEntry> cells);

    /** The next prompt is filled with a text; off the prompt it is printed. */
    void offer(String text);

    /** Begins a log in place of the one there is, with the cells of this session so far. */
    void log(Path file, LogOptions options);

    Optional<LogState> log();

    /** Interrupts the log, or goes on with it. */
    void logs(boolean on);

    /** Ends the log. */
    void endLog();
}
