package dev.tutti.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where the shell works: the folder in which commands run and from which magics take files, the folders before it, and
 * what was kept under names. A JVM cannot change its working directory, so that relative paths in Java are still those of
 * the folder in which Tutti was started. Used on the thread that runs the cell.
 */
public interface Workplace {

    /** The folder. */
    Path directory();

    /** A file that a magic is given: relative to the folder, {@code ~} is the user's. */
    Path resolve(String file);

    /** The folders that were left, oldest first, then the one where it is. */
    List<Path> visited();

    /** Takes the folder over that the latest Java step gave, if that ran at local. */
    void follow() throws MagicException;

    /** Folders by name. */
    SortedMap<String, Path> bookmarks();

    /** Keeps a folder under a name; none takes it away. */
    void bookmark(String name, Optional<Path> folder) throws MagicException;

    /** From now on what the cell prints is kept. @param out standard output and values @param err standard error */
    void beginCapture(boolean out, boolean err);

    /** Leaves at local what was kept: three texts. @param name for {@code here(name)}; empty: nobody wants it */
    void endCapture(String name) throws MagicException;

    /** Commands by name. */
    SortedMap<String, String> aliases();

    /**
     * Makes a magic of a command.
     *
     * @throws MagicException if a magic has that name
     */
    void alias(String name, String command) throws MagicException;

    /** Forgets such a magic. @throws MagicException if there is none */
    void unalias(String name) throws MagicException;

    /** Further names of magics. */
    SortedMap<String, MagicAlias> magicAliases();

    /**
     * Gives a magic a further name.
     *
     * @throws MagicException if a magic has that name
     */
    void aliasMagic(String name, MagicAlias alias) throws MagicException;

    /** Takes such a name away. @throws MagicException if there is none */
    void unaliasMagic(String name) throws MagicException;
}
