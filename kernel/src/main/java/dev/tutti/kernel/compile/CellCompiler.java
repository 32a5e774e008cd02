package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The session's one compiler. All methods but {@link #classFile} are called by one thread at a time (the kernel's);
 * {@code classFile} by any.
 */
public final class CellCompiler implements AutoCloseable {

    private CellCompiler() {}

    /**
     * A compiler with these imports in force.
     *
     * @param imports without the word import: {@code java.util.*}, {@code static dev.tutti.client.Here.*}
     * @param classPath jars and folders that cells may use
     */
    public static CellCompiler open(List<String> imports, List<Path> classPath) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Makes the next compile fast. */
    public void warmUp() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Compiles all steps of a cell or none; runs nothing. What compiled must be committed or rolled back before the next call. */
    public Compilation compile(CellNumber number, List<JavaStep> steps) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cell is going to run: its declarations are the session's. */
    public void commit(CompiledCell cell) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cell is not going to run: the session is as it was before. */
    public void rollback(CompiledCell cell) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The newest woven bytes of a class of this session, for an engine that misses it. Any thread. */
    public Optional<ClassFile> classFile(String name) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The variables in the order of their declaration, without temporaries. */
    public List<SessionVariable> variables() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The live declarations of the user in order, without the imports of {@link #open}. */
    public List<Declaration> declarations() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The imports in force, those of {@link #open} first. */
    public List<String> imports() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Questions about code that is being typed. */
    public CodeAnalysis analysis() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
