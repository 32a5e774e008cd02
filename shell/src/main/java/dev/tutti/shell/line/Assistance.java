package dev.tutti.shell.line;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.cell.JavaLexer;
import dev.tutti.kernel.cell.Token;
import dev.tutti.kernel.cell.TokenKind;
import dev.tutti.kernel.compile.Completeness;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks the kernel on threads of its own ({@code shell-assist}), so that the typing thread never waits longer than it
 * wants to; while the kernel is not ready, the text alone must do.
 */
final class Assistance implements AutoCloseable {

    private final CompletableFuture<CodeAssist> assist;
    private final Duration deadline;
    private ExecutorService executor;

    Assistance(CompletableFuture<CodeAssist> assist, Duration deadline) {
        this.assist = assist;
        this.deadline = deadline;
    }

    /** How long the typing thread should wait for an answer. */
    Duration deadline() {
        return deadline;
    }

    /** Puts a question. The answer may come late or never; whoever waits sets the limit. */
    <T> CompletableFuture<T> ask(Function<CodeAssist, T> question) {
        return assist.thenApplyAsync(question, executor());
    }

    /** Whether a text can be run: the kernel's answer, or a guess by its brackets if there is none in time. */
    Completeness completeness(String text) {
        if (!isReady()) {
            return byBrackets(text);
        }
        try {
            return ask(kernel -> kernel.completeness(text)).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return byBrackets(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return byBrackets(text);
        }
    }

    /** Whether a magic is known; before the kernel is ready, none is. */
    boolean isMagic(String name) {
        return isReady() && assist.join().isMagic(name);
    }

    /** Whether the kernel answers by now. */
    boolean isReady() {
        return assist.isDone() && !assist.isCompletedExceptionally();
    }

    @Override
    public synchronized void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    static Completeness byBrackets(String text) {
        if (text.isBlank()) {
            return Completeness.EMPTY;
        }
        boolean open = JavaLexer.tokens(text).stream().anyMatch(Assistance::leavesOpen);
        return open ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    private static boolean leavesOpen(Token token) {
        boolean canGoOn = token.kind() == TokenKind.OPEN_BRACKET
                || token.kind() == TokenKind.TEXT_BLOCK
                || token.kind() == TokenKind.BLOCK_COMMENT
                || token.kind() == TokenKind.JAVADOC;
        return canGoOn && !token.closed();
    }

    private synchronized ExecutorService executor() {
        if (executor == null) {
            executor = Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("shell-assist-", 1).factory());
        }
        return executor;
    }
}
