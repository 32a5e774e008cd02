package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.launch;
import static dev.tutti.kernel.controller.Scenario.live;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.controller.Scenario.sent;
import static dev.tutti.kernel.controller.Scenario.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.kernel.fake.FakeTasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How clients start, restart and stop engines. */
final class ClientEnginesTest {

    private static final int CLIENT = 100;
    private static final int OTHER = 101;
    private static final RequestId QUESTION = new RequestId(5);

    private final Scenario scenario = new Scenario();

    // Engines that clients call for.

    @Test
    void enginesAreStartedWithTheirSettingsAndKeepThem() {
        scenario.client(CLIENT);
        EngineSettings settings =
                new EngineSettings("big", List.of("-Xmx4g"), Map.of("A", "b"), "/tmp", Set.of("gpu"), 0);

        List<Instruction> launched = scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, settings));
        List<Instruction> joined = scenario.join(1);

        assertThat(only(Instruction.Launch.class, launched))
                .extracting(Instruction.Launch::settings)
                .containsExactly(settings);
        assertThat(to(CLIENT, joined))
                .containsExactly(
                        new TaskMessage.EnginesChanged(
                                List.of(new EngineInfo(
                                        engine(0), EngineInfo.State.LIVE, "host", 101, "big", Set.of("gpu"))),
                                List.of(new EngineGroup("big", List.of(engine(0)))),
                                List.of()),
                        new TaskMessage.EnginesStarted(List.of(engine(0))));
        assertThat(only(
                        Instruction.Launch.class,
                        scenario.received(CLIENT, 6, new TaskMessage.RestartEngines(List.of(engine(0))))))
                .extracting(Instruction.Launch::settings)
                .containsExactly(settings);
    }

    @Test
    void aClientIsToldWhyAnEngineCannotBeStarted() {
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, EngineSettings.PLAIN));

        assertThat(sent(CLIENT, scenario.on(new Event.LaunchFailed(launch(1), "no java"))))
                .filteredOn(send -> send.request().equals(QUESTION))
                .extracting(Instruction.Send::message)
                .containsExactly(new Message.Failure("Engine 0 could not be started: no java"));
    }

    @Test
    void severalEnginesAreRestartedTogetherOrNoneIs() {
        scenario.engines(2);
        scenario.client(CLIENT);

        assertThat(to(
                        CLIENT,
                        scenario.received(CLIENT, 5, new TaskMessage.RestartEngines(List.of(engine(0), engine(7))))))
                .containsExactly(
                        new Message.Failure("There is no engine 7 to restart. `%engines` lists those that there are."));
        scenario.received(CLIENT, 6, new TaskMessage.RestartEngines(List.of(engine(0), engine(1))));
        scenario.join(3);
        assertThat(to(CLIENT, scenario.join(4)))
                .contains(new TaskMessage.EnginesStarted(List.of(engine(0), engine(1))));
    }

    @Test
    void anEngineIsStoppedForGoodWhenItsProcessHasEnded() {
        scenario.engines(2);
        scenario.client(CLIENT);

        List<Instruction> asked = scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(1))));
        List<Instruction> closed = scenario.on(new Event.Disconnected(connection(2), Optional.empty()));
        List<Instruction> exited = scenario.on(new Event.Exited(launch(2), new Exit(0, "")));

        assertThat(to(2, asked)).containsExactly(new Message.Shutdown());
        assertThat(to(CLIENT, closed)).isEmpty();
        assertThat(exited)
                .contains(new Instruction.Hide(engine(1)), new Instruction.TellStopped(engine(1)))
                .doesNotHaveAnyElementsOfTypes(Instruction.TellLost.class);
        assertThat(to(CLIENT, exited))
                .containsExactly(new TaskMessage.EnginesChanged(List.of(live(0, 1))), new Message.Ack());
    }

    @Test
    void aNameIsToldToAllClientsAndThenAnswered() {
        scenario.engines(2);
        scenario.client(CLIENT);
        scenario.client(78);
        EngineGroup pair = new EngineGroup("pair", List.of(engine(1), engine(0)));

        List<Instruction> named = scenario.received(CLIENT, 5, new TaskMessage.NameEngines(pair));

        TaskMessage.EnginesChanged news =
                new TaskMessage.EnginesChanged(List.of(live(0, 1), live(1, 2)), List.of(pair), List.of());
        assertThat(to(CLIENT, named)).containsExactly(news, new Message.Ack());
        assertThat(to(78, named)).containsExactly(news);
        assertThat(only(Instruction.ShowGroups.class, named))
                .containsExactly(new Instruction.ShowGroups(List.of(pair)));
    }

    @Test
    void aGroupIsForgottenByNamingNoEngines() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.NameEngines(new EngineGroup("g", List.of(engine(0)))));

        assertThat(to(
                        CLIENT,
                        scenario.received(CLIENT, 6, new TaskMessage.NameEngines(new EngineGroup("g", List.of())))))
                .containsExactly(new TaskMessage.EnginesChanged(List.of(live(0, 1))), new Message.Ack());
        assertThat(to(
                        CLIENT,
                        scenario.received(CLIENT, 7, new TaskMessage.NameEngines(new EngineGroup("g", List.of())))))
                .containsExactly(new Message.Failure("There is no group @g."));
    }

    @Test
    void enginesThatAreNotThereGetNoName() {
        scenario.engines(1);
        scenario.client(CLIENT);

        assertThat(to(
                        CLIENT,
                        scenario.received(
                                CLIENT, 5, new TaskMessage.NameEngines(new EngineGroup("g", List.of(engine(7)))))))
                .containsExactly(new Message.Failure("There is no engine 7 to be called @g. %engines shows them."));
        assertThat(to(
                        CLIENT,
                        scenario.received(
                                CLIENT, 6, new TaskMessage.NameEngines(new EngineGroup("a b", List.of(engine(0)))))))
                .containsExactly(new Message.Failure(
                        "A name of engines has letters, digits, '_', '.' and '-', so 'a b' is none."));
    }

    @Test
    void aStoppedEngineLeavesItsGroup() {
        scenario.engines(2);
        scenario.client(CLIENT);
        scenario.received(
                CLIENT, 5, new TaskMessage.NameEngines(new EngineGroup("pair", List.of(engine(0), engine(1)))));
        scenario.received(CLIENT, 6, new TaskMessage.StopEngines(List.of(engine(1))));
        scenario.on(new Event.Disconnected(connection(2), Optional.empty()));

        List<Instruction> exited = scenario.on(new Event.Exited(launch(2), new Exit(0, "")));

        assertThat(only(Instruction.ShowGroups.class, exited))
                .containsExactly(new Instruction.ShowGroups(List.of(new EngineGroup("pair", List.of(engine(0))))));
    }

    @Test
    void theNumberOfAStoppedEngineIsNotUsedAgain() {
        scenario.engines(2);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(1))));
        scenario.on(new Event.Disconnected(connection(2), Optional.empty()));
        scenario.on(new Event.Exited(launch(2), new Exit(0, "")));

        assertThat(only(
                        Instruction.Launch.class,
                        scenario.received(CLIENT, 6, new TaskMessage.StartEngines(1, EngineSettings.PLAIN))))
                .extracting(Instruction.Launch::engine)
                .containsExactly(engine(2));
    }

    @Test
    void anEngineThatDoesNotEndIsKilled() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        List<Instruction> later = scenario.during(Departures.STOP_WAIT);

        assertThat(later).contains(new Instruction.Kill(launch(1)));
        assertThat(to(CLIENT, later)).contains(new Message.Ack());
    }

    @Test
    void whoWaitsForAnEngineThatIsStoppedIsTold() {
        scenario.client(CLIENT);
        scenario.client(OTHER);
        scenario.received(CLIENT, 5, new TaskMessage.StartEngines(1, EngineSettings.PLAIN));

        List<Instruction> stopped = scenario.received(OTHER, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        assertThat(stopped).contains(new Instruction.Kill(launch(1)), new Instruction.Hide(engine(0)));
        assertThat(to(CLIENT, stopped)).contains(new Message.Failure("Engine 0 was stopped before it had started."));
        assertThat(to(OTHER, stopped)).contains(new Message.Ack());
    }

    @Test
    void anEngineThatIsAskedToStopGetsNoMoreTasks() {
        scenario.engines(1);
        scenario.client(CLIENT);
        scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(engine(0))));

        assertThat(to(1, scenario.received(CLIENT, 0, FakeTasks.direct(List.of(engine(0)), "value:1"))))
                .isEmpty();
    }

    @Test
    void localIsNotStopped() {
        scenario.on(new Event.Restart(new RequestId(1), EngineId.LOCAL));
        scenario.join(1);
        scenario.client(CLIENT);

        assertThat(to(CLIENT, scenario.received(CLIENT, 5, new TaskMessage.StopEngines(List.of(EngineId.LOCAL)))))
                .singleElement()
                .isInstanceOf(Message.Failure.class);
    }
}
