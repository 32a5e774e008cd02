package dev.tutti.engine.link;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Questions of this client that wait for their answers. Any thread asks; {@code client-reader} answers. */
final class PendingAnswers {

    private final Map<Long, CompletableFuture<Message>> byRequest = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private volatile String ended;

    RequestId add(CompletableFuture<Message> answer) {
        RequestId id = new RequestId(last.incrementAndGet());
        byRequest.put(id.value(), answer);
        return id;
    }

    /** After a question was sent: if the connection had ended before, nobody else tells. */
    void sent() {
        if (ended != null) {
            end(ended);
        }
    }

    void answered(RequestId request, Message message) {
        CompletableFuture<Message> answer = byRequest.remove(request.value());
        if (answer == null) {
            return;
        }
        if (message instanceof Message.Failure failure) {
            answer.completeExceptionally(new LinkException(failure.reason()));
        } else {
            answer.complete(message);
        }
    }

    void end(String reason) {
        ended = reason;
        for (Long id : List.copyOf(byRequest.keySet())) {
            CompletableFuture<Message> answer = byRequest.remove(id);
            if (answer != null) {
                answer.completeExceptionally(new LinkException(reason));
            }
        }
    }
}
