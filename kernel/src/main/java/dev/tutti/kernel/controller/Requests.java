package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has been asked of engines and not been answered by all of them. A cell ends at each target in exactly one
 * terminal event; a question is answered once, with the replies of those that gave one.
 */
final class Requests {

    /** A question on its way: who still has to answer, and who has. */
    private record Question(Set<EngineId> remaining, Map<EngineId, Message.Reply> replies) {}

    private final Roster roster;
    private final Alarms alarms;
    private final Map<RequestId, Set<EngineId>> executions = new HashMap<>();
    private final Map<RequestId, Question> questions = new HashMap<>();
    private final TaskDesk tasks;
    private boolean closing;

    /** @param tasks gets what engines say and lose of tasks */
    Requests(Roster roster, Alarms alarms, TaskDesk tasks) {
        this.roster = roster;
        this.alarms = alarms;
        this.tasks = tasks;
    }

    /** From now on nothing more is sent. */
    void close() {
        closing = true;
    }

    void execute(Turn turn, Event.Execute event) {
        List<Slot> live = reachable(event.targets());
        if (!live.isEmpty()) {
            turn.add(new Instruction.Send(connections(live), event.request(), event.cell()));
            Set<EngineId> running = new TreeSet<>();
            for (Slot slot : live) {
                running.add(slot.id());
                OutputFlow flow =
                        new OutputFlow(event.request(), slot.id(), event.cell().cell());
                slot.begin(event.request(), flow, turn.now());
                turn.add(new Instruction.Show(slot.status()));
            }
            executions.put(event.request(), running);
        }
        for (EngineId target : event.targets()) {
            if (closing || roster.slot(target).filter(Slot::reachable).isEmpty()) {
                turn.add(new Instruction.Deliver(event.request(), new DispatchEvent.Lost(target, absence(target))));
            }
        }
    }

    void ask(Turn turn, Event.Ask event) {
        ask(turn, event.request(), reachable(event.engines()), event.question(), event.timeout());
    }

    void stop(Turn turn, Event.Stop event) {
        List<Slot> running = reachable(executions.getOrDefault(event.execution(), Set.of()));
        ask(turn, event.request(), running, new Message.Stop(event.execution()), event.timeout());
        for (Slot slot : running) {
            drop(turn, slot);
        }
    }

    /** From now on the slot's connection is read whatever waits, and output that exceeds the bound is dropped. */
    void drop(Turn turn, Slot slot) {
        readAgain(turn, slot, () -> {
            slot.cells.values().forEach(OutputFlow::drop);
            slot.stray.release();
            slot.heldFor.clear();
        });
    }

    void taken(Turn turn, Event.Taken event) {
        roster.slot(event.engine()).ifPresent(slot -> {
            OutputFlow flow = slot.cells.get(event.execution());
            if (flow != null) {
                readAgain(turn, slot, () -> flow.taken(event.cost()));
            }
        });
    }

    /** Text that an engine printed, under the id of one of its cells or of none. */
    void output(Turn turn, Slot slot, RequestId request, Message.Output output) {
        boolean held = slot.held();
        OutputFlow flow = slot.cells.get(request);
        if (flow != null) {
            flow.output(turn, output);
        } else if (!tasks.output(turn, slot, request, output)) {
            slot.stray.output(turn, output, slot.mustRead());
            if (slot.stray.held()) {
                slot.launch()
                        .ifPresent(launch -> alarms.set(new Alarm.StrayDue(launch), turn.now(), StrayOutput.WINDOW));
            }
        }
        if (!held && slot.held()) {
            slot.connection().ifPresent(connection -> turn.add(new Instruction.Read(connection, false)));
        }
    }

    /** The pace of output outside of cells allows more. */
    void strayDue(Turn turn, Slot slot) {
        readAgain(turn, slot, slot.stray::release);
    }

    /** A terminal reply. One that nobody waits for any more is passed over. */
    void reply(Turn turn, Slot slot, RequestId request, Message.Reply reply) {
        if (slot.cells.containsKey(request)) {
            end(
                    turn,
                    slot,
                    request,
                    switch (reply) {
                        case Message.Done done -> new DispatchEvent.Finished(slot.id(), done);
                        case Message.Failure(String reason) -> new DispatchEvent.Failed(slot.id(), reason);
                        case Message.Welcome _,
                                Message.Refused _,
                                Message.ClassReply _,
                                Message.InputReply _,
                                Message.TerminalReply _,
                                Message.VariablesRead _,
                                Message.Stopping _,
                                Message.Pong _,
                                Message.Inspected _,
                                Message.Ack _ ->
                            new DispatchEvent.Failed(
                                    slot.id(),
                                    "the engine answered the cell with "
                                            + reply.getClass().getSimpleName() + " where Done was due");
                    });
        } else if (slot.questions.remove(request)) {
            Question question = questions.get(request);
            question.replies().put(slot.id(), reply);
            question.remaining().remove(slot.id());
            completeIfAnswered(turn, request, question);
        }
    }

    /** The engine is gone: all that it still owed ends here. */
    void lost(Turn turn, Slot slot, String reason) {
        tasks.engineLost(turn, slot.id(), reason);
        for (RequestId execution : List.copyOf(slot.cells.keySet())) {
            end(turn, slot, execution, new DispatchEvent.Lost(slot.id(), reason, exitCode(slot)));
        }
        for (RequestId request : List.copyOf(slot.questions)) {
            slot.questions.remove(request);
            Question question = questions.get(request);
            question.remaining().remove(slot.id());
            completeIfAnswered(turn, request, question);
        }
    }

    /** The time of a question is over. */
    void expire(Turn turn, RequestId request) {
        Question question = questions.get(request);
        question.remaining().forEach(engine -> roster.slot(engine).ifPresent(slot -> slot.questions.remove(request)));
        question.remaining().clear();
        completeIfAnswered(turn, request, question);
    }

    private void ask(Turn turn, RequestId request, List<Slot> slots, Message.Request message, Duration timeout) {
        Question question = new Question(new TreeSet<>(), new TreeMap<>());
        questions.put(request, question);
        for (Slot slot : slots) {
            slot.questions.add(request);
            question.remaining().add(slot.id());
        }
        if (!slots.isEmpty()) {
            turn.add(new Instruction.Send(connections(slots), request, message));
            alarms.set(new Alarm.AnswerDue(request), turn.now(), timeout);
        }
        completeIfAnswered(turn, request, question);
    }

    private void completeIfAnswered(Turn turn, RequestId request, Question question) {
        if (question.remaining().isEmpty()) {
            questions.remove(request);
            alarms.cancel(new Alarm.AnswerDue(request));
            turn.add(new Instruction.Answered(request, question.replies()));
        }
    }

    private void end(Turn turn, Slot slot, RequestId execution, DispatchEvent terminal) {
        readAgain(turn, slot, () -> slot.end(execution, turn.now()).ifPresent(flow -> flow.markDropped(turn)));
        Set<EngineId> running = executions.get(execution);
        running.remove(slot.id());
        if (running.isEmpty()) {
            executions.remove(execution);
        }
        turn.add(new Instruction.Show(slot.status()));
        turn.add(new Instruction.Deliver(execution, terminal));
    }

    /** Does something after which the slot's connection may be read again, if it was not. */
    static void readAgain(Turn turn, Slot slot, Runnable release) {
        boolean held = slot.held();
        release.run();
        if (held && !slot.held()) {
            slot.vitals.excuse(turn.now());
            slot.connection().ifPresent(connection -> turn.add(new Instruction.Read(connection, true)));
        }
    }

    private String absence(EngineId engine) {
        return closing
                ? "the controller is closed"
                : roster.slot(engine).map(Slot::absence).orElse("there is no engine " + engine);
    }

    private List<Slot> reachable(Collection<EngineId> engines) {
        if (closing) {
            return List.of();
        }
        List<Slot> slots = new ArrayList<>(engines.size());
        for (EngineId engine : engines) {
            roster.slot(engine).filter(Slot::reachable).ifPresent(slots::add);
        }
        return slots;
    }

    private static List<ConnectionId> connections(List<Slot> slots) {
        return slots.stream().flatMap(slot -> slot.connection().stream()).toList();
    }

    private static OptionalInt exitCode(Slot slot) {
        return slot.exit().filter(exit -> !exit.killed()).stream()
                .mapToInt(Exit::code)
                .findFirst();
    }
}
