package dev.tutti.client;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * What {@code CompletableFuture.supplyAsync} and {@code runAsync} give an executor, taken apart: the function, which can
 * travel, and the future, which is completed here.
 *
 * @param future what waits for the function
 * @param function a supplier or runnable
 */
record CompletionTask(CompletableFuture<Object> future, Object function) {

    /** @throws RejectedExecutionException if the JVM does not let it be taken apart, or it is of another kind */
    @SuppressWarnings("unchecked") // the JDK's field has that type
    static CompletionTask of(Runnable wrapped) {
        try {
            return new CompletionTask((CompletableFuture<Object>) field(wrapped, "dep"), field(wrapped, "fn"));
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new RejectedExecutionException(
                    "A " + wrapped.getClass().getSimpleName() + " of CompletableFuture cannot be sent to an engine: it"
                            + " holds the future itself. Use executor.supply(() -> …), or start this JVM with"
                            + " --add-opens java.base/java.util.concurrent=ALL-UNNAMED.",
                    e);
        }
    }

    /** Runs the function on an engine and completes the future with what comes of it. */
    AsyncResult<?> begin(LoadBalancedView view) {
        AsyncResult<?> result = function instanceof Supplier<?> supplier
                ? view.submit(supplier::get)
                : view.submit((Runnable) function);
        result.onDone(ended -> complete(result));
        future.whenComplete((_, _) -> {
            if (future.isCancelled()) {
                result.cancel(true);
            }
        });
        return result;
    }

    private void complete(AsyncResult<?> ended) {
        try {
            future.complete(ended.result());
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
