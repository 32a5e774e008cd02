package dev.tutti.kernel.magic;

import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.Repository;
import dev.tutti.kernel.deps.Resolution;
import dev.tutti.kernel.deps.Wishes;
import java.nio.file.Path;
import java.util.List;

/** The code from outside that a session uses: artifacts of repositories, jars, folders. It only grows. */
public interface Libraries {

    /**
     * What came of a wish.
     *
     * @param added the artifacts that are on the class path now and were not before
     * @param kept those that are there in another version than is wanted now: it stays, since its classes may be in use
     */
    record Addition(List<Resolution.Artifact> added, List<Kept> kept) {

        public Addition {
            added = List.copyOf(added);
            kept = List.copyOf(kept);
        }
    }

    /** A version that stays where another is wanted. */
    record Kept(String module, String version, String wanted) {}

    /**
     * Resolves more, together with what was wished before, and puts it on the class path of the compiler and all engines.
     *
     * @param offline whether only what is on this machine is taken
     * @throws MagicException if something cannot be had, or the user gave it up; then nothing has changed
     */
    Addition add(Wishes more, boolean offline) throws MagicException;

    /**
     * Fetches a program that Tutti itself runs, unless it is on this machine: the class path of cells stays as it is.
     *
     * @return its jar, then those that it needs
     * @throws MagicException if something of it cannot be had, or the user gave it up
     */
    List<Path> program(Coordinates wanted) throws MagicException;

    /** Puts jars and folders on the class path. @return those that were not there yet */
    List<Path> add(List<Path> entries);

    /** Whether class files that change in folders of the class path are taken over before each cell. */
    boolean isAutoreload();

    /** Takes them over from now on, or no more. */
    void autoreload(boolean on);

    /** What has been wished so far. */
    Wishes wishes();

    /** What the wishes came to. */
    Resolution resolution();

    /** The jars and folders that cells may use, those of Tutti itself apart. */
    List<Path> classPath();

    /**
     * The repositories that are asked, those of settings.xml with it.
     *
     * @throws MagicException if the settings cannot be read
     */
    List<Repository> repositories() throws MagicException;
}
