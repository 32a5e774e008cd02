package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import java.util.List;
import java.util.Optional;

/** What engines that have joined say, and who is concerned: requests, tasks, or whoever has what they ask for. */
final class EngineDesk {

    private final Roster roster;
    private final Requests requests;
    private final TaskDesk tasks;
    private final Relays relays;

    EngineDesk(Roster roster, Requests requests, TaskDesk tasks, Relays relays) {
        this.roster = roster;
        this.requests = requests;
        this.tasks = tasks;
        this.relays = relays;
    }

    void received(Turn turn, Slot slot, Event.Received event) {
        RequestId request = event.request();
        switch (event.message()) {
            case Message.Output output -> requests.output(turn, slot, request, output);
            case Message.ClassRequest question -> findClass(turn, event.connection(), request, question);
            case Message.InputRequest(int limit) -> {
                if (slot.id().isLocal()) {
                    turn.add(new Instruction.ReadInput(event.connection(), request, limit));
                } else {
                    answer(turn, event.connection(), request, new Message.InputReply(new byte[0]));
                }
            }
            case Message.TerminalRequest wish -> {
                if (slot.id().isLocal()) {
                    turn.add(new Instruction.LendTerminal(event.connection(), request, wish));
                } else {
                    answer(turn, event.connection(), request, new Message.TerminalReply(Optional.empty()));
                }
            }
            case Message.Pong pong -> {
                slot.vitals.pong();
                slot.heap(pong);
                turn.add(new Instruction.Show(slot.status()));
                requests.reply(turn, slot, request, pong);
            }
            case Message.Done done -> {
                if (slot.id().isLocal()) {
                    turn.add(new Instruction.ForgetInput(event.connection()));
                }
                requests.reply(turn, slot, request, done);
            }
            case Message.Reply reply -> requests.reply(turn, slot, request, reply);
            case TaskMessage.AskContext question -> relays.askContext(turn, event.connection(), request, question);
            case TaskMessage message -> {
                if (!tasks.fromEngine(turn, slot, message)) {
                    refuse(turn, event.connection(), request, message);
                }
            }
            case Message.Request question -> refuse(turn, event.connection(), request, question);
        }
    }

    void undecodable(Turn turn, Slot slot, Event.Undecodable event) {
        if (slot.cells.containsKey(event.request()) || slot.questions.contains(event.request())) {
            requests.reply(turn, slot, event.request(), new Message.Failure(event.reason()));
        } else {
            answer(turn, event.connection(), event.request(), new Message.Failure(event.reason()));
        }
    }

    /** Says something to an engine that asked, if it is still there. */
    void answer(Turn turn, ConnectionId connection, RequestId request, Message answer) {
        if (roster.slot(connection).filter(Slot::reachable).isPresent()) {
            turn.add(new Instruction.Send(List.of(connection), request, answer));
        }
    }

    /** The kernel's classes, or those of a client that serves its own. */
    private void findClass(Turn turn, ConnectionId asker, RequestId request, Message.ClassRequest question) {
        if (Clients.isOwn(question.session())) {
            relays.askClass(turn, asker, request, question);
        } else {
            turn.add(new Instruction.FindClass(asker, request, question.session(), question.name()));
        }
    }

    private void refuse(Turn turn, ConnectionId connection, RequestId request, Message message) {
        String reason = "A controller does not take " + message.type() + " from an engine.";
        answer(turn, connection, request, new Message.Failure(reason));
    }
}
