package dev.tutti.kernel.controller;

import static dev.tutti.kernel.controller.Scenario.DONE;
import static dev.tutti.kernel.controller.Scenario.connection;
import static dev.tutti.kernel.controller.Scenario.engine;
import static dev.tutti.kernel.controller.Scenario.launch;
import static dev.tutti.kernel.controller.Scenario.only;
import static dev.tutti.kernel.fake.Cells.cell;
import static dev.tutti.kernel.fake.Cells.engines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What follows from what: one stimulus, and the instructions. */
final class ControllerStateTest {

    private static final RequestId CALL = new RequestId(7);
    private static final RequestId CELL = new RequestId(50);
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Message.Output KILOBYTE = new Message.Output(StreamKind.STDOUT, "x".repeat(1024));

    private final Scenario scenario = new Scenario();

    @Test
    void aStartLaunchesNoMoreThanSoManyAtOnce() {
        List<Instruction> first = scenario.on(new Event.Start(CALL, 3, EngineSettings.PLAIN));

        assertThat(only(Instruction.Launch.class, first))
                .containsExactly(
                        new Instruction.Launch(launch(1), engine(0), "token1", 3, EngineSettings.PLAIN),
                        new Instruction.Launch(launch(2), engine(1), "token2", 3, EngineSettings.PLAIN));
        assertThat(only(Instruction.Launch.class, scenario.join(2)))
                .containsExactly(new Instruction.Launch(launch(3), engine(2), "token3", 3, EngineSettings.PLAIN));
    }

    @Test
    void aStartCompletesWhenTheLastHasJoined() {
        scenario.on(new Event.Start(CALL, 2, EngineSettings.PLAIN));

        assertThat(only(Instruction.Started.class, scenario.join(1))).isEmpty();
        assertThat(scenario.join(2))
                .contains(
                        new Instruction.TellJoined(engine(1)),
                        new Instruction.Started(CALL, List.of(engine(0), engine(1))));
    }

    @Test
    void aStartOfNoneCompletesAtOnce() {
        assertThat(scenario.on(new Event.Start(CALL, 0, EngineSettings.PLAIN)))
                .containsExactly(new Instruction.Started(CALL, List.of()));
    }

    @Test
    void aJoinIsAnsweredWithTheSlotsNumberAndAskedForASignOfLife() {
        scenario.on(new Event.Start(CALL, 1, EngineSettings.PLAIN));

        List<Instruction.Send> sent = only(Instruction.Send.class, scenario.join(1));

        assertThat(sent)
                .extracting(Instruction.Send::message)
                .containsExactly(new Message.Welcome(engine(0), "", ""), new Message.Ping(1));
    }

    @Test
    void aTokenIsGoodOnce() {
        scenario.engines(1);
        scenario.on(new Event.Opened(connection(9)));

        assertThat(scenario.received(9, 0, scenario.hello(1)))
                .hasSize(2)
                .contains(new Instruction.Disconnect(connection(9)))
                .first()
                .isInstanceOfSatisfying(
                        Instruction.Send.class,
                        send -> assertThat(send.message()).isInstanceOf(Message.Refused.class));
    }

    @Test
    void aStrangerThatSaysNothingIsSentAway() {
        scenario.on(new Event.Opened(connection(1)));

        assertThat(scenario.after(Scenario.START_TIMEOUT)).containsExactly(new Instruction.Disconnect(connection(1)));
    }

    @Test
    void aProcessThatEndsBeforeItJoinsFailsTheCallAndLeavesNoSlot() {
        scenario.on(new Event.Start(CALL, 1, EngineSettings.PLAIN));

        assertThat(scenario.on(new Event.Exited(launch(1), new Exit(1, "no memory\n"))))
                .contains(
                        new Instruction.Hide(engine(0)),
                        new Instruction.StartFailed(
                                CALL,
                                "Engine 0 could not be started: its process ended with exit code 1 before it joined. "
                                        + "It wrote:\nno memory"));
        assertThat(only(Instruction.Launch.class, scenario.on(new Event.Start(CALL, 1, EngineSettings.PLAIN))))
                .containsExactly(new Instruction.Launch(launch(2), engine(0), "token2", 1, EngineSettings.PLAIN));
    }

    @Test
    void aFailedLaunchMakesRoomForTheNext() {
        scenario.on(new Event.Start(CALL, 3, EngineSettings.PLAIN));

        assertThat(only(Instruction.Launch.class, scenario.on(new Event.LaunchFailed(launch(1), "no java"))))
                .extracting(Instruction.Launch::engine)
                .containsExactly(engine(2));
    }

    @Test
    void aCellIsOneFrameForAllItsTargets() {
        scenario.engines(3);

        assertThat(only(Instruction.Send.class, scenario.on(new Event.Execute(CELL, engines(0, 2), cell("nothing")))))
                .containsExactly(new Instruction.Send(List.of(connection(1), connection(3)), CELL, cell("nothing")));
    }

    @Test
    void aSecondTerminalReplyIsPassedOver() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("nothing")));

        assertThat(only(Instruction.Deliver.class, scenario.received(1, 50, DONE)))
                .containsExactly(new Instruction.Deliver(CELL, new DispatchEvent.Finished(engine(0), DONE)));
        assertThat(scenario.received(1, 50, DONE)).isEmpty();
    }

    @Test
    void aClosedConnectionWaitsForTheExitCode() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("nothing")));

        assertThat(scenario.on(new Event.Disconnected(connection(1), Optional.empty())))
                .isEmpty();
        assertThat(scenario.on(new Event.Exited(launch(1), new Exit(137, ""))))
                .contains(
                        new Instruction.Deliver(
                                CELL, new DispatchEvent.Lost(engine(0), "killed by signal 9 (SIGKILL)")),
                        new Instruction.TellLost(engine(0), "killed by signal 9 (SIGKILL)"));
    }

    @Test
    void aClosedConnectionWhoseProcessGoesOnIsKilledAfterAMoment() {
        scenario.engines(1);
        scenario.on(new Event.Disconnected(connection(1), Optional.empty()));

        assertThat(scenario.after(Departures.EXIT_WAIT))
                .contains(
                        new Instruction.Kill(launch(1)),
                        new Instruction.TellLost(
                                engine(0),
                                "it closed its connection, though its process 101 had not ended; it was killed"));
    }

    @Test
    void anEndedProcessIsLostWhenItsConnectionHasGivenAllThatItHolds() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("nothing")));

        assertThat(scenario.on(new Event.Exited(launch(1), new Exit(7, "")))).isEmpty();
        assertThat(only(Instruction.Deliver.class, scenario.received(1, 50, KILOBYTE)))
                .hasSize(1);
        assertThat(scenario.on(new Event.Disconnected(connection(1), Optional.empty())))
                .contains(new Instruction.Deliver(
                        CELL, new DispatchEvent.Lost(engine(0), "exit code 7 (System.exit)", OptionalInt.of(7))));
    }

    @Test
    void newsOfAReplacedProcessChangeNothing() {
        scenario.engines(1);
        scenario.on(new Event.Restart(CALL, engine(0)));

        assertThat(scenario.on(new Event.Exited(launch(1), new Exit(137, "")))).isEmpty();
        assertThat(scenario.on(new Event.Disconnected(connection(1), Optional.empty())))
                .isEmpty();
        assertThat(scenario.on(new Event.Wrote(launch(1), StreamKind.STDERR, "late")))
                .isEmpty();
        assertThat(scenario.received(1, 50, DONE)).isEmpty();
        scenario.on(new Event.Opened(connection(2)));
        assertThat(scenario.received(2, 0, scenario.hello(2)))
                .contains(new Instruction.Started(CALL, List.of(engine(0))));
    }

    @Test
    void aRestartKillsAndLaunchesAndEndsWhatRan() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("nothing")));

        List<Instruction> instructions = scenario.on(new Event.Restart(CALL, engine(0)));

        assertThat(instructions)
                .contains(
                        new Instruction.Kill(launch(1)),
                        new Instruction.Disconnect(connection(1)),
                        new Instruction.Deliver(CELL, new DispatchEvent.Lost(engine(0), "it was restarted")),
                        new Instruction.Launch(launch(2), engine(0), "token2", 1, EngineSettings.PLAIN));
        assertThat(only(Instruction.TellLost.class, instructions)).isEmpty();
    }

    @Test
    void aRestartThatFailsLeavesTheSlotLost() {
        scenario.engines(1);
        scenario.on(new Event.Restart(CALL, engine(0)));

        scenario.on(new Event.Exited(launch(2), new Exit(1, "")));

        assertThat(only(Instruction.Deliver.class, scenario.on(new Event.Execute(CELL, engines(0), cell("nothing")))))
                .singleElement()
                .extracting(deliver -> ((DispatchEvent.Lost) deliver.event()).reason())
                .asString()
                .startsWith("Engine 0 could not be started");
    }

    @Test
    void outputThatNobodyTakesHoldsBackItsEngine() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("flood")));

        List<Instruction.Read> reads = only(Instruction.Read.class, outputs(2000));

        assertThat(reads).containsExactly(new Instruction.Read(connection(1), false));
        assertThat(only(Instruction.Read.class, scenario.on(new Event.Taken(CELL, engine(0), 2_000_000))))
                .containsExactly(new Instruction.Read(connection(1), true));
    }

    @Test
    void aFewMoreOutputsAfterSomeWereTakenDoNotForgetThatTheEngineIsHeldBack() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("flood")));
        outputs(1000);

        scenario.on(new Event.Taken(CELL, engine(0), OutputFlow.BOUND / 4));
        scenario.received(1, 50, KILOBYTE);

        assertThat(only(Instruction.Read.class, scenario.on(new Event.Taken(CELL, engine(0), OutputFlow.BOUND / 2))))
                .containsExactly(new Instruction.Read(connection(1), true));
    }

    @Test
    void aStopReadsOnAndDropsWhatExceedsTheBound() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("flood")));
        outputs(1000);

        assertThat(scenario.on(new Event.Stop(CALL, CELL, SHORT)))
                .contains(
                        new Instruction.Send(List.of(connection(1)), CALL, new Message.Stop(CELL)),
                        new Instruction.Read(connection(1), true));
        assertThat(outputs(1000)).isEmpty();
        assertThat(only(Instruction.Deliver.class, scenario.received(1, 50, DONE)))
                .containsExactly(
                        new Instruction.Deliver(
                                CELL,
                                new DispatchEvent.Output(
                                        engine(0), StreamKind.STDOUT, "\n... 1024000 characters of output dropped\n")),
                        new Instruction.Deliver(CELL, new DispatchEvent.Finished(engine(0), DONE)));
    }

    @Test
    void outputOfNoCellHasAPace() {
        scenario.engines(1);
        List<Instruction> told = outputs(300);

        assertThat(only(Instruction.TellOutput.class, told)).hasSize(300);
        assertThat(only(Instruction.Read.class, told)).containsExactly(new Instruction.Read(connection(1), false));
        assertThat(scenario.after(StrayOutput.WINDOW)).contains(new Instruction.Read(connection(1), true));
    }

    @Test
    void aStopIsNotDelayedByOutputOfNoCell() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("hang")));
        strays(300);

        assertThat(scenario.on(new Event.Stop(CALL, CELL, SHORT))).contains(new Instruction.Read(connection(1), true));
        assertThat(strays(100)).isEmpty();
        scenario.after(StrayOutput.WINDOW);
        assertThat(strays(1))
                .contains(new Instruction.TellOutput(
                        engine(0), StreamKind.STDOUT, "\n... 102400 characters of output dropped\n"));
    }

    @Test
    void anEngineThatIsHeldBackIsNotSilent() {
        scenario.engines(1);
        scenario.on(new Event.Execute(CELL, engines(0), cell("flood")));
        outputs(2000);

        assertThat(only(Instruction.TellSilent.class, scenario.during(Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void aSilentEngineIsToldOfOnceAndKept() {
        scenario.engines(2);

        List<Instruction> minute = scenario.during(Duration.ofMinutes(1));

        assertThat(only(Instruction.TellSilent.class, minute))
                .extracting(Instruction.TellSilent::engine)
                .containsExactly(engine(0), engine(1));
        assertThat(only(Instruction.Send.class, minute)).hasSize(1); // nobody is asked twice before they answer
        scenario.pong(1);
        assertThat(only(Instruction.TellSilent.class, scenario.during(Duration.ofMinutes(1))))
                .extracting(Instruction.TellSilent::engine)
                .containsExactly(engine(0));
    }

    @Test
    void whoSleptItselfDoesNotCallOthersSilent() {
        scenario.engines(1);

        assertThat(only(Instruction.TellSilent.class, scenario.after(Duration.ofHours(8))))
                .isEmpty();
    }

    @Test
    void withoutEnginesThereIsNoTimer() {
        assertThat(scenario.state.nextAlarm()).isEmpty();
        scenario.engines(1);
        assertThat(scenario.state.nextAlarm()).isPresent();
        scenario.on(new Event.Exited(launch(1), new Exit(0, "")));
        scenario.on(new Event.Disconnected(connection(1), Optional.empty()));
        scenario.after(Duration.ofSeconds(1));
        assertThat(scenario.state.nextAlarm()).isEmpty();
    }

    @Test
    void aQuestionIsOverAfterItsTimeWithTheAnswersThatCame() {
        scenario.engines(2);
        scenario.on(new Event.Ask(CALL, engines(0, 1), new Message.Ping(0), SHORT));
        scenario.received(1, 7, new Message.Ack());

        assertThat(only(Instruction.Answered.class, scenario.after(SHORT)))
                .containsExactly(new Instruction.Answered(CALL, Map.of(engine(0), new Message.Ack())));
        assertThat(scenario.received(2, 7, new Message.Ack())).isEmpty();
    }

    @Test
    void aCloseAsksAllToEndAndKillsWhoDoesNot() {
        scenario.engines(2);
        scenario.on(new Event.Start(CALL, 1, EngineSettings.PLAIN));

        List<Instruction> close = scenario.on(new Event.Close());

        assertThat(close)
                .contains(
                        new Instruction.Kill(launch(3)),
                        new Instruction.StartFailed(
                                CALL, "Engine 2 was not started: the controller was closed meanwhile."));
        assertThat(only(Instruction.Send.class, close))
                .singleElement()
                .extracting(Instruction.Send::to)
                .isEqualTo(List.of(connection(1), connection(2)));
        scenario.on(new Event.Disconnected(connection(1), Optional.empty()));
        assertThat(scenario.on(new Event.Exited(launch(1), new Exit(0, ""))))
                .noneMatch(Instruction.TellLost.class::isInstance);
        assertThat(scenario.after(ControllerState.CLOSE_WAIT))
                .contains(new Instruction.Kill(launch(2)))
                .last()
                .isEqualTo(new Instruction.Closed());
    }

    @Test
    void aCloseWithoutEnginesIsDoneAtOnce() {
        assertThat(scenario.on(new Event.Close())).containsExactly(new Instruction.Closed());
        assertThat(scenario.on(new Event.Close())).isEmpty();
    }

    @Test
    void localIsNotCountedAmongTheEngines() {
        assertThat(only(Instruction.Launch.class, scenario.on(new Event.Restart(CALL, EngineId.LOCAL))))
                .containsExactly(new Instruction.Launch(launch(1), EngineId.LOCAL, "token1", 0, EngineSettings.PLAIN));
        assertThat(only(Instruction.Launch.class, scenario.on(new Event.Start(CALL, 1, EngineSettings.PLAIN))))
                .containsExactly(new Instruction.Launch(launch(2), engine(0), "token2", 1, EngineSettings.PLAIN));
    }

    private List<Instruction> outputs(int count) {
        return kilobytes(count, 50);
    }

    private List<Instruction> strays(int count) {
        return kilobytes(count, 0);
    }

    private List<Instruction> kilobytes(int count, long request) {
        List<Instruction> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.addAll(scenario.received(1, request, KILOBYTE));
        }
        return all;
    }
}
