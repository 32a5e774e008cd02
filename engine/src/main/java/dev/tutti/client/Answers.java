package dev.tutti.client;

import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the controller or the kernel answers. */
final class Answers {

    private Answers() {}

    /**
     * Waits for an answer. Other tasks may run meanwhile if this is an engine's main thread.
     *
     * @throws LinkException if it could not be had
     */
    static <M extends Message> M await(CompletableFuture<Message> answer, Class<M> type) throws LinkException {
        try {
            Waiting.await(answer, Long.MAX_VALUE, () -> {});
            Message message = answer.get();
            if (type.isInstance(message)) {
                return type.cast(message);
            }
            throw new LinkException("The controller answered with " + message.type() + ".");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LinkException("The thread was interrupted while it waited for an answer of the controller.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LinkException failure) {
                throw failure;
            }
            throw new LinkException("The controller could not be asked: " + e.getCause(), e.getCause());
        }
    }
}
