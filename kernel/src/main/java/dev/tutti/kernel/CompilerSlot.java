package dev.tutti.kernel;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.kernel.compile.CellCompiler;
import dev.tutti.kernel.compile.CellTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The compiler of the running session, made behind the prompt, and its session's id. A reset puts a new one in its place;
 * engines that still ask for classes of the old one get none.
 */
final class CompilerSlot {

    /** Half a second of one core, behind the prompt. */
    private static final int PRACTICE_ROUNDS = 40;

    private record Opened(SessionId session, CompletableFuture<CellCompiler> compiler) {}

    private final CellTexts texts = new CellTexts();
    private volatile List<Path> classPath;
    private volatile Opened opened;

    CompilerSlot(List<Path> classPath) {
        this.classPath = classPath;
        this.opened = open(new SessionId(1));
    }

    private Opened open(SessionId session) {
        CompletableFuture<CellCompiler> compiler = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("kernel-compiler-start").start(() -> {
            try {
                CellCompiler fresh = CellCompiler.openQuickly(StandardImports.ALL, classPath, texts);
                compiler.complete(fresh);
                fresh.warmUp();
                fresh.practise(PRACTICE_ROUNDS);
                fresh.analysis().warmUp();
            } catch (RuntimeException e) {
                compiler.completeExceptionally(e);
            }
        });
        return new Opened(session, compiler);
    }

    SessionId session() {
        return opened.session();
    }

    /** The texts of the cells, of this session and of those before it was reset. */
    CellTexts texts() {
        return texts;
    }

    /** The compiler, as soon as it is there. */
    CellCompiler await() {
        return opened.compiler().join();
    }

    /** Makes jars and folders known, also to the compilers to come. @return those that were not known yet */
    List<Path> extendClassPath(List<Path> entries) {
        List<Path> added = await().extendClassPath(entries);
        classPath = Stream.concat(classPath.stream(), added.stream()).toList();
        return added;
    }

    /** The jars and folders that cells may use, those of Tutti itself apart. */
    List<Path> classPath() {
        return classPath;
    }

    /** The compiler of a session; empty once it has been reset. */
    Optional<CellCompiler> of(SessionId session) {
        Opened current = opened;
        return current.session().equals(session)
                ? Optional.of(current.compiler().join())
                : Optional.empty();
    }

    /** The compiler, if it is there already. */
    Optional<CellCompiler> ready() {
        CompletableFuture<CellCompiler> compiler = opened.compiler();
        return compiler.isDone() && !compiler.isCompletedExceptionally()
                ? Optional.of(compiler.join())
                : Optional.empty();
    }

    Optional<ClassFile> classFile(SessionId session, String name) {
        return of(session).flatMap(compiler -> compiler.classFile(name));
    }

    /** Starts a new session; its compiler comes later. Returns the id of the one before. */
    SessionId renew() {
        Opened before = opened;
        opened = open(new SessionId(before.session().value() + 1));
        before.compiler().thenAccept(CellCompiler::close);
        return before.session();
    }

    void close() {
        opened.compiler().thenAccept(CellCompiler::close);
    }
}
