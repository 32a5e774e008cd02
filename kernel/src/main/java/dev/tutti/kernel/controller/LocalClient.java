package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A client in the controller's own process: its messages are events, and need no bytes. */
final class LocalClient implements TaskClient {

    private final long number;
    private final Consumer<TaskMessage> received;
    private final Consumer<Event> controller;
    private final Supplier<RequestId> ids;
    private final Consumer<LocalClient> closed;
    private final Map<RequestId, CompletableFuture<Message>> asked = new ConcurrentHashMap<>();

    LocalClient(
            long number,
            Consumer<TaskMessage> received,
            Consumer<Event> controller,
            Supplier<RequestId> ids,
            Consumer<LocalClient> closed) {
        this.number = number;
        this.received = received;
        this.controller = controller;
        this.ids = ids;
        this.closed = closed;
    }

    long number() {
        return number;
    }

    @Override
    public void send(TaskMessage message) {
        controller.accept(new Event.ClientSaid(number, RequestId.NONE, message));
    }

    @Override
    public CompletableFuture<Message> ask(TaskMessage question) {
        RequestId id = ids.get();
        CompletableFuture<Message> answer = new CompletableFuture<>();
        asked.put(id, answer);
        controller.accept(new Event.ClientSaid(number, id, question));
        return answer;
    }

    @Override
    public void close() {
        controller.accept(new Event.ClientClosed(number));
        closed.accept(this);
    }

    /** On the controller's thread. Answers complete on threads of their own, because what depends on them may block. */
    void received(RequestId request, Message message) {
        CompletableFuture<Message> answer = asked.remove(request);
        if (answer != null) {
            Thread.ofVirtual().name("controller-answer").start(() -> complete(answer, message));
        } else if (message instanceof TaskMessage told) {
            tell(told);
        }
    }

    private static void complete(CompletableFuture<Message> answer, Message message) {
        if (message instanceof Message.Failure(String reason)) {
            answer.completeExceptionally(new LaunchException(reason));
        } else {
            answer.complete(message);
        }
    }

    private void tell(TaskMessage message) {
        try {
            received.accept(message);
        } catch (RuntimeException e) {
            System.getLogger(LocalClient.class.getName())
                    .log(System.Logger.Level.ERROR, "A client of the kernel failed to take " + message.type(), e);
        }
    }
}
