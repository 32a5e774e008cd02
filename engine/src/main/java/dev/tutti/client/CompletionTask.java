package dev.tutti.client;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@code CompletableFuture} gives an executor, taken apart: the function, which can travel, and the future, which is
 * completed here. Known are {@code supplyAsync}, {@code runAsync}, {@code thenApplyAsync}, {@code thenAcceptAsync} and
 * {@code thenRunAsync}.
 *
 * @param future what waits for the function
 * @param function what runs on an engine
 * @param argument what it is given: the value of the future before; none if that is of no interest
 */
record CompletionTask(CompletableFuture<Object> future, Object function, Optional<CompletableFuture<Object>> argument) {

    /** @throws RejectedExecutionException if the JVM does not let it be taken apart, or it is of another kind */
    @SuppressWarnings("unchecked") // the JDK's fields have that type
    static CompletionTask of(Runnable wrapped) {
        String kind = wrapped.getClass().getSimpleName();
        boolean first = kind.equals("AsyncSupply") || kind.equals("AsyncRun");
        boolean further = kind.equals("UniApply") || kind.equals("UniAccept") || kind.equals("UniRun");
        if (!first && !further) {
            throw rejection(
                    wrapped, "Only supplyAsync, runAsync, thenApplyAsync, thenAcceptAsync and thenRunAsync can.", null);
        }
        try {
            Optional<CompletableFuture<Object>> argument = further && !kind.equals("UniRun")
                    ? Optional.of((CompletableFuture<Object>) field(wrapped, "src"))
                    : Optional.empty();
            return new CompletionTask(
                    (CompletableFuture<Object>) field(wrapped, "dep"), field(wrapped, "fn"), argument);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw rejection(
                    wrapped,
                    "Use executor.supply(() -> …), or start this JVM with"
                            + " --add-opens java.base/java.util.concurrent=ALL-UNNAMED.",
                    e);
        }
    }

    private static RejectedExecutionException rejection(Runnable wrapped, String remedy, Exception cause) {
        return new RejectedExecutionException(
                "A " + wrapped.getClass().getSimpleName() + " of CompletableFuture cannot be sent to an engine: it"
                        + " holds the future itself. " + remedy,
                cause);
    }

    /** Runs the function on an engine and completes the future with what comes of it. */
    AsyncResult<?> begin(LoadBalancedView view) {
        AsyncResult<?> result = submit(view);
        result.onDone(this::complete);
        future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                result.cancel(true);
            }
        });
        return result;
    }

    @SuppressWarnings("unchecked") // the future before it has checked the types
    private AsyncResult<?> submit(LoadBalancedView view) {
        return switch (function) {
            case Supplier<?> supplier -> view.submit(supplier::get);
            case Runnable action -> view.submit(action);
            case Function<?, ?> next ->
                view.submit(
                        (Function<Object, Object>) next, argument.orElseThrow().join());
            case Consumer<?> last -> {
                Consumer<Object> consumer = (Consumer<Object>) last;
                Fn<Object, Object> accepting = value -> {
                    consumer.accept(value);
                    return null;
                };
                yield view.submit(accepting, argument.orElseThrow().join());
            }
            default -> throw new RejectedExecutionException("Nobody knows how to call " + function + " on an engine.");
        };
    }

    private void complete(AsyncResult<?> ended) {
        try {
            future.complete(ended.result());
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    /** A field of the object's class or of one above it. */
    static Object field(Object owner, String name) throws ReflectiveOperationException {
        Class<?> type = owner.getClass();
        while (type != null) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
            type = type.getSuperclass();
        }
        throw new NoSuchFieldException(owner.getClass().getName() + "." + name);
    }
}
