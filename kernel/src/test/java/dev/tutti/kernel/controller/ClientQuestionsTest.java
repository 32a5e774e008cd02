package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.controller.Scenario.runMessage;
import static dev.tutti.kernel.controller.Scenario.sent;
import static dev.tutti.kernel.controller.Scenario.to;
import static dev.tutti.kernel.controller.Scenario.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.SessionId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.fake.FakeTasks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked what clients ask, and what engines ask of clients. */
final class ClientQuestionsTest {

    private static final int CLIENT = 100;
    private static final int OTHER = 101;
    private static final RequestId QUESTION = new RequestId(5);

    private final Scenario scenario = new Scenario();

    // Questions to the kernel.

    @Test
    void questionsOfAKernelsSessionGoToTheKernel() {
        scenario.client(CLIENT, new SessionId(1));
        TaskMessage question = new TaskMessage.AskVariable("x", Optional.empty());
        TaskMessage answer = new TaskMessage.VariableFound(Optional.empty(), "");

        List<Instruction> asked = scenario.received(CLIENT, 5, question);

        assertThat(only(Instruction.AskKernel.class, asked)).singleElement().satisfies(ask -> {
            assertThat(ask.own()).isFalse();
            assertThat(ask.session()).isEqualTo(new SessionId(1));
            assertThat(ask.question()).isEqualTo(question);
            assertThat(scenario.on(new Event.KernelAnswered(ask.client(), ask.request(), answer)))
                    .containsExactly(new Instruction.Send(List.of(connection(CLIENT)), QUESTION, answer));
        });
    }

    @Test
    void noKernelIsAskedOfAProgramsOwnSession() {
        SessionId session = welcome(scenario.client(CLIENT)).session();
        scenario.client(OTHER, session);
        TaskMessage question = new TaskMessage.AskCaptures("C", "m", "()V");

        assertThat(only(Instruction.AskKernel.class, scenario.received(CLIENT, 5, question)))
                .allMatch(Instruction.AskKernel::own)
                .hasSize(1);
        assertThat(only(Instruction.AskKernel.class, scenario.received(OTHER, 5, question)))
                .allMatch(Instruction.AskKernel::own)
                .hasSize(1);
    }

    // Questions to clients.

    @Test
    void aClassOfAProgramsSessionIsAskedOfItOnce() {
        scenario.engines(2);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        Message.ClassRequest question = new Message.ClassRequest(session, "C");

        List<Instruction.Send> asked = sent(CLIENT, scenario.received(1, 8, question));
        assertThat(scenario.received(2, 9, question)).isEmpty();
        Message.ClassReply reply = new Message.ClassReply(Optional.of(new ClassFile("C", new byte[] {1})));

        assertThat(asked).extracting(Instruction.Send::message).containsExactly(question);
        assertThat(scenario.received(CLIENT, asked.getFirst().request().value(), reply))
                .containsExactly(
                        new Instruction.Send(List.of(connection(1)), new RequestId(8), reply),
                        new Instruction.Send(List.of(connection(2)), new RequestId(9), reply));
    }

    @Test
    void aClassOfAKernelsSessionIsAskedOfTheKernel() {
        scenario.engines(1);
        scenario.client(CLIENT, new SessionId(1));

        assertThat(scenario.received(1, 8, new Message.ClassRequest(new SessionId(1), "C")))
                .containsExactly(new Instruction.FindClass(connection(1), new RequestId(8), new SessionId(1), "C"));
    }

    @Test
    void whoIsGoneAnswersNothing() {
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        Message.ClassRequest question = new Message.ClassRequest(session, "C");
        Message nothing = new Message.ClassReply(Optional.empty());
        scenario.received(1, 8, question);

        assertThat(to(1, scenario.on(new Event.Disconnected(connection(CLIENT), Optional.empty()))))
                .contains(nothing);
        assertThat(to(1, scenario.received(1, 9, question))).containsExactly(nothing);
    }

    @Test
    void aContextIsAskedOfTheClientThatMadeIt() {
        scenario.engines(1);
        scenario.client(CLIENT);
        long number = runMessage(scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "context:1")))
                .client();
        TaskMessage.AskContext question = new TaskMessage.AskContext(number, new ContextId(0, 1));
        TaskMessage.Context context = new TaskMessage.Context(List.of("C"), List.of(), List.of());

        List<Instruction.Send> asked = sent(CLIENT, scenario.received(1, 8, question));

        assertThat(scenario.received(CLIENT, asked.getFirst().request().value(), context))
                .containsExactly(new Instruction.Send(List.of(connection(1)), new RequestId(8), context));
        assertThat(to(1, scenario.received(1, 9, new TaskMessage.AskContext(12345, new ContextId(0, 1)))))
                .singleElement()
                .isInstanceOf(Message.Failure.class);
    }

    @Test
    void anAnswerOfTheWrongKindAnswersNothing() {
        scenario.engines(1);
        SessionId session = welcome(scenario.client(CLIENT)).session();
        RequestId asked = sent(CLIENT, scenario.received(1, 8, new Message.ClassRequest(session, "C")))
                .getFirst()
                .request();

        assertThat(scenario.received(CLIENT, asked.value(), new Message.Ack())).isEmpty();
        assertThat(to(1, scenario.received(CLIENT, asked.value(), new Message.Failure("no"))))
                .containsExactly(new Message.ClassReply(Optional.empty()));
    }
}
