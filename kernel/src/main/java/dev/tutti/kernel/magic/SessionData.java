package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Moves values of variables, and files, between local and engines. What fails at an engine is shown as for a cell; the
 * others have done it all the same. Used on the thread that runs the cell, which waits; Ctrl-C cancels.
 */
public interface SessionData {

    /**
     * Gives variables at engines the value that they have at local.
     *
     * @throws MagicException if one has no value at local, or the targets make no sense
     */
    void push(List<VariableName> names, TargetSpec targets) throws MagicException;

    /**
     * Brings values from engines to local: of one engine the value, of several a list.
     *
     * @param to the variable at local; none: that of the same name
     */
    void pull(List<VariableName> names, TargetSpec targets, Optional<VariableName> to) throws MagicException;

    /**
     * Cuts an array or collection at local into one block for each engine.
     *
     * @param to the variable at the engines; none: that of the same name
     * @param flatten whether a block of one element is that element
     */
    void scatter(VariableName name, TargetSpec targets, Optional<VariableName> to, boolean flatten)
            throws MagicException;

    /** Puts the blocks that engines have together, at local. @param to the variable there; none: that of the same name */
    void gather(VariableName name, TargetSpec targets, Optional<VariableName> to) throws MagicException;

    /** Copies files of this machine into a folder at engines. */
    void copyTo(TargetSpec targets, List<Path> files, String folder) throws MagicException;

    /** Copies files of engines into a folder of this machine; the engine's number is added to each file's name. */
    void copyFrom(TargetSpec targets, List<String> files, Path folder) throws MagicException;
}
