package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A client in the controller's own process: its messages are events, and need no bytes. */
final class LocalClient implements TaskClient {

    /** What the client has to say when it is told or asked something. */
    record Answering(Consumer<TaskMessage> received, Function<ContextId, Optional<TaskMessage.Context>> contexts) {}

    private final long number;
    private final Answering answering;
    private final Consumer<Event> controller;
    private final Supplier<RequestId> ids;
    private final Consumer<LocalClient> closed;
    private final Map<RequestId, CompletableFuture<Message>> asked = new ConcurrentHashMap<>();

    /**
     * A client.
     *
     * @param ids numbers for its questions, of the row from which the controller takes those for its own
     * @param closed is told when it has been closed
     */
    LocalClient(
            long number,
            Answering answering,
            Consumer<Event> controller,
            Supplier<RequestId> ids,
            Consumer<LocalClient> closed) {
        this.number = number;
        this.answering = answering;
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
        Message.Failure failure = new Message.Failure("The client was closed before its question was answered.");
        asked.keySet().forEach(id -> answered(asked.remove(id), failure));
    }

    /** On the controller's thread. Answers complete on threads of their own, because what depends on them may block. */
    void received(RequestId request, Message message) {
        switch (message) {
            case TaskMessage.AskContext(_, var context) -> findContext(request, context);
            case TaskMessage told when request.value() == RequestId.NONE.value() -> tell(told);
            default -> answered(asked.remove(request), message);
        }
    }

    private static void answered(CompletableFuture<Message> answer, Message message) {
        if (answer != null) {
            Thread.ofVirtual().name("controller-answer").start(() -> complete(answer, message));
        }
    }

    private static void complete(CompletableFuture<Message> answer, Message message) {
        if (message instanceof Message.Failure(String reason)) {
            answer.completeExceptionally(new LaunchException(reason));
        } else {
            answer.complete(message);
        }
    }

    private void findContext(RequestId request, ContextId context) {
        Thread.ofVirtual().name("context-source").start(() -> {
            Message answer;
            try {
                Optional<TaskMessage.Context> found = answering.contexts().apply(context);
                answer = found.isPresent()
                        ? found.get()
                        : new Message.Failure("The kernel has let go of the variables that this task carries.");
            } catch (RuntimeException e) {
                log("A client of the kernel failed to give a context", e);
                answer = new Message.Failure("The kernel failed to give the variables that this task carries: " + e);
            }
            controller.accept(new Event.ClientSaid(number, request, answer));
        });
    }

    private void tell(TaskMessage message) {
        try {
            answering.received().accept(message);
        } catch (RuntimeException e) {
            log("A client of the kernel failed to take " + message.type(), e);
        }
    }

    private static void log(String text, RuntimeException e) {
        System.getLogger(LocalClient.class.getName()).log(System.Logger.Level.ERROR, text, e);
    }
}
