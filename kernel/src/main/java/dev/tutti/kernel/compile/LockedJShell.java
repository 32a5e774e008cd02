package dev.tutti.kernel.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;

/**
 * The session's JShell for questions: every use holds the lock that compilation holds too, because JShell's tables of
 * snippets are not made for several threads. A question waits for the lock only as long as somebody waits for its
 * answer.
 */
final class LockedJShell {

    private final Supplier<JShell> jshell;
    private final ReentrantLock lock;
    private final Supplier<List<Declaration>> declarations;
    private final Runnable settle;
    private volatile SessionView lastView = SessionView.EMPTY;

    /**
     * @param jshell the session's JShell, asked for anew at each use because a session may replace it
     * @param lock held whenever the JShell is used, here and by the compiler
     * @param declarations the live declarations of the user; called with the lock held
     * @param settle brings the JShell to the state behind the last committed cell; called with the lock held
     */
    LockedJShell(
            Supplier<JShell> jshell, ReentrantLock lock, Supplier<List<Declaration>> declarations, Runnable settle) {
        this.jshell = Objects.requireNonNull(jshell, "jshell");
        this.lock = Objects.requireNonNull(lock, "lock");
        this.declarations = Objects.requireNonNull(declarations, "declarations");
        this.settle = Objects.requireNonNull(settle, "settle");
    }

    /** Uses the analysis; empty if the lock was not to be had in time or the JShell is closed. */
    <T> Optional<T> analyse(long waitNanos, Function<SourceCodeAnalysis, T> use) {
        return withJShell(waitNanos, shell -> {
            settle.run();
            return use.apply(shell.sourceCodeAnalysis());
        });
    }

    /** As {@link #analyse}, for what is asked of the text alone: what is declared does not matter. */
    <T> Optional<T> analyseText(long waitNanos, Function<SourceCodeAnalysis, T> use) {
        return withJShell(waitNanos, shell -> use.apply(shell.sourceCodeAnalysis()));
    }

    /** What is declared now; what was declared at the last look if the lock is not to be had in time. */
    SessionView view(long waitNanos) {
        withJShell(waitNanos, this::look).ifPresent(view -> lastView = view);
        return lastView;
    }

    /** What was declared at the last look; any thread, at once. */
    SessionView lastView() {
        return lastView;
    }

    private <T> Optional<T> withJShell(long waitNanos, Function<JShell, T> use) {
        if (!lock(waitNanos)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(use.apply(jshell.get()));
        } catch (IllegalStateException closed) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean lock(long waitNanos) {
        try {
            return lock.tryLock() || waitNanos > 0 && lock.tryLock(waitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private SessionView look(JShell shell) {
        settle.run();
        List<String> imports = shell.imports().map(LockedJShell::imported).toList();
        Map<String, String> variables = new HashMap<>();
        shell.variables().forEach(variable -> variables.put(variable.name(), variable.typeName()));
        Map<String, List<String>> methods = new HashMap<>();
        shell.methods()
                .forEach(method -> methods.computeIfAbsent(method.name(), name -> new ArrayList<>())
                        .add(spaced(method.signature())));
        Map<String, String> types = new HashMap<>();
        shell.types().filter(type -> !GoneTypes.isStandIn(type)).forEach(type -> types.put(type.name(), header(type)));
        return new SessionView(imports, variables, methods, types, declarations.get());
    }

    private static String imported(ImportSnippet snippet) {
        String source = snippet.source().strip();
        String body = source.startsWith("import")
                ? source.substring("import".length()).strip()
                : source;
        return body.endsWith(";") ? body.substring(0, body.length() - 1).strip() : body;
    }

    /** {@code (int,String)int} as {@code (int, String) int}. */
    private static String spaced(String signature) {
        int close = signature.lastIndexOf(')');
        String parameters = signature.substring(0, close + 1).replaceAll(",\\s*", ", ");
        return parameters + " " + signature.substring(close + 1).strip();
    }

    private static String header(TypeDeclSnippet type) {
        String word = switch (type.subKind()) {
            case INTERFACE_SUBKIND -> "interface";
            case ENUM_SUBKIND -> "enum";
            case RECORD_SUBKIND -> "record";
            case ANNOTATION_TYPE_SUBKIND -> "@interface";
            default -> "class";
        };
        return word + " " + type.name();
    }
}
