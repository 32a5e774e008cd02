package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Rendered;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.Documentation;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.controller.EngineStatus;
import dev.tutti.kernel.settings.UserProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What a magic may know and do. Used on the thread that runs the cell. */
public interface MagicContext {

    /** All magics. */
    MagicCatalog magics();

    // The session.

    /** The variables in the order of their declaration. */
    List<SessionVariable> variables();

    /** The user's live declarations in order. */
    List<Declaration> declarations();

    /** The imports in force, without the word import. */
    List<String> imports();

    /** Where a variable has a value. */
    SortedSet<EngineId> definedAt(SessionVariable variable);

    /** Values of variables, rendered where they are; nothing for one that is not defined there, no row for an engine that did not answer. */
    Map<EngineId, List<Optional<Rendered>>> read(SortedSet<EngineId> engines, List<SessionVariable> variables);

    /** Drops all declarations, values and results, at all places. */
    void reset();

    /**
     * Runs the cells of a file in this session.
     *
     * @throws MagicException if it cannot be read or a cell of it fails
     */
    void runFile(Path file) throws MagicException;

    /** The code from outside that cells may use. */
    Libraries libraries();
    /**
     * Runs a text as a cell of its own.
     *
     * @throws MagicException if it fails, which was told
     */
    void runCell(String text) throws MagicException;

    // Targets and engines.

    /** What lasts from one {@code %px} to the next. */
    PxSession px();

    /** Moves values and files between local and engines. */
    SessionData data();

    /** What the user has set, and where things are kept from session to session. */
    UserProfile profile();

    /** Magics of the user's, and what runs around cells. */
    UserMagics userMagics();

    /** What is declared, as a whole: taken away, marked, kept. */
    SessionState state();

    /** The folder, bookmarks and aliases of the system's shell, and files. */
    Workplace workplace();

    /** The cells that were submitted. */
    SessionHistory history();

    /** Cells in the forms of other programs. */
    Exports exports();

    /** The engines as a pool. */
    EnginePool pool();

    /** Where plain cells run. */
    TargetSpec defaultTargets();

    /** Makes plain cells run elsewhere. */
    void defaultTargets(TargetSpec targets);

    /** The engines with their states, local first. */
    List<EngineStatus> roster();

    /**
     * Gives engines a fresh process each.
     *
     * @throws MagicException if a target is not a slot, or a process cannot start
     */
    void restart(TargetSpec targets) throws MagicException;

    // Help.

    /** What is known of a name or expression. */
    List<Documentation> documentation(String subject);

    /** Types by a pattern with stars, or members of what stands before its last dot. */
    List<String> search(String pattern);

    /** Methods by what they take and give, {@code (String, int) -> char}; empty if the text is not written so. */
    Optional<List<String>> methodsOfShape(String shape);

    /** The class files of what is declared under a name, as the compiler made them; none if nothing is. */
    List<byte[]> classFiles(String name);

    /** What code would become. */
    Desugaring desugaring();

    /** The source of what a name means; what libraries bring without sources is decompiled. */
    Optional<FoundSource> source(String subject);

    // Values.

    /** How values are shown. */
    ValueDisplay display();

    /** Opens values. */
    Browsing browsing();

    // Errors.

    /** How errors are shown. */
    Traces traces();

    /** The debugger. */
    Debugging debugging();

    /** What the session stands on. */
    Installation installation();

    // Measuring.

    /** What steps and engines have been measured to take. */
    Measurements measurements();

    /** Engines for a part of this cell alone. */
    FreshEngines freshEngines();

    // Output.

    /** Columns of the display. */
    int width();

    /** Writes text to standard output; a missing newline at its end is added. */
    void print(String text);

    /** Shows a page of help: signatures, Javadoc as HTML, source. */
    void showHelp(HelpTopic topic);

    /** Writes a sentence to standard error. */
    void note(String sentence);

    /** Ends the shell after this cell. */
    void exit(int code);
}
