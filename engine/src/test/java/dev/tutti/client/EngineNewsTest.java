package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo.State;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Engines that come, go and are waited for. */
@Timeout(30)
final class EngineNewsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeCluster fake = FakeCluster.of(0, 1);
    private final Cluster cluster = fake.cluster;

    private void engines(dev.tutti.engine.wire.EngineInfo... engines) {
        fake.dispatcher.received(new TaskMessage.EnginesChanged(List.of(engines)));
    }

    @Test
    void enginesAreDescribed() {
        engines(ScriptedLink.live(3), ScriptedLink.engine(1, State.LOST), ScriptedLink.engine(4, State.STARTING));

        assertThat(cluster.ids()).containsExactly(3);
        assertThat(cluster.size()).isEqualTo(1);
        assertThat(cluster.engines())
                .extracting(EngineDescription::id, EngineDescription::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, EngineDescription.State.LOST),
                        org.assertj.core.groups.Tuple.tuple(3, EngineDescription.State.LIVE),
                        org.assertj.core.groups.Tuple.tuple(4, EngineDescription.State.STARTING));
    }

    @Test
    void waitingEndsWhenThereAreEnough() throws Exception {
        cluster.awaitEngines(2, Duration.ZERO);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> cluster.awaitEngines(3, LONG));
        fake.link.live(0, 1, 2);

        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void waitingTooLongSaysHowManyAreReady() {
        assertThatThrownBy(() -> cluster.awaitEngines(3, Duration.ofMillis(1)))
                .isInstanceOf(NoEnginesException.class)
                .hasMessageStartingWith("After 1 ms, 2 of 3 engines are ready.");
    }

    @Test
    void anEngineThatDiesWhileItStartsEndsTheWaiting() {
        engines(ScriptedLink.live(0), ScriptedLink.engine(1, State.STARTING), ScriptedLink.engine(2, State.STARTING));
        EngineWait wait = new EngineWait(fake.dispatcher.roster(), 3);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> wait.await(LONG));
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.MILLISECONDS)).isNotNull();
        engines(ScriptedLink.live(0), ScriptedLink.engine(1, State.LOST), ScriptedLink.engine(2, State.STARTING));

        assertThatThrownBy(waiting::get)
                .cause()
                .isInstanceOf(NoEnginesException.class)
                .hasMessageStartingWith("While engine 1 started, it died; 1 of 3 engines are ready.");
    }

    @Test
    void whyAnEngineCouldNotBeStartedIsSaid() {
        fake.dispatcher.received(
                new TaskMessage.EnginesChanged(List.of(), List.of(), List.of("Engine 0 was too old.")));
        engines(ScriptedLink.live(0));
        EngineWait wait = new EngineWait(fake.dispatcher.roster(), 3);
        fake.dispatcher.received(new TaskMessage.EnginesChanged(
                List.of(ScriptedLink.live(0)), List.of(), List.of("Engine 1 is too young.")));

        assertThatThrownBy(() -> wait.await(LONG))
                .isInstanceOf(NoEnginesException.class)
                .hasMessage("Only 1 of 3 engines are ready. Engine 1 is too young.");
    }

    @Test
    void anEngineThatWasLostBeforeIsNoReasonToStop() throws Exception {
        engines(ScriptedLink.live(0), ScriptedLink.engine(1, State.LOST));
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> cluster.awaitEngines(2, LONG));
        engines(ScriptedLink.live(0), ScriptedLink.engine(1, State.LOST), ScriptedLink.live(2));

        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void joinsAndLossesAreTold() throws Exception {
        LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
        String thread = "client-callbacks";
        Registration joins = cluster.onJoined(
                engine -> told.add("+" + engine.id() + Thread.currentThread().getName()));
        cluster.onLost(
                engine -> told.add("-" + engine.id() + Thread.currentThread().getName()));

        fake.link.live(1, 2);

        assertThat(List.of(told.take(), told.take())).containsExactlyInAnyOrder("+2" + thread, "-0" + thread);
        joins.close();
        fake.link.live(1, 2, 3);
        fake.link.live(2, 3);
        assertThat(told.take()).isEqualTo("-1" + thread);
    }

    @Test
    void aRestartedEngineIsLostAndJoins() {
        var before = List.of(ScriptedLink.live(1));
        var now = List.of(new dev.tutti.engine.wire.EngineInfo(
                new EngineId(1), State.LIVE, "host", 4711, "", java.util.Set.of()));

        assertThat(EngineRoster.liveOnlyIn(now, before)).isEqualTo(now);
        assertThat(EngineRoster.liveOnlyIn(before, now)).isEqualTo(before);
        assertThat(EngineRoster.liveOnlyIn(before, before)).isEmpty();
    }

    @Test
    void enginesAreStartedStoppedAndRestarted() {
        fake.link.answers = question -> question instanceof TaskMessage.StopEngines
                ? new Message.Ack()
                : new TaskMessage.EnginesStarted(List.of(new EngineId(7)));

        assertThat(cluster.start(
                        1,
                        EngineSetup.named("big")
                                .withJvmArguments("-Xmx1g")
                                .withEnvironment("A", "b")
                                .withResources("gpu")))
                .containsExactly(7);
        cluster.stop(7);
        cluster.restart(0, 1);
        cluster.recycleAfter(100);

        TaskMessage.StartEngines start = (TaskMessage.StartEngines) fake.link.asked.getFirst();
        assertThat(start.settings().jvmArguments()).containsExactly("-Xmx1g");
        assertThat(start.settings().resources()).containsExactly("gpu");
        assertThat(fake.link.asked.get(2))
                .isEqualTo(new TaskMessage.RestartEngines(List.of(new EngineId(0), new EngineId(1))));
        assertThat(fake.link.sent).containsExactly(new TaskMessage.Recycle(100));
    }

    @Test
    void aClosedClusterSaysSo() {
        cluster.size();
        cluster.close();

        assertThat(fake.link.closed).isTrue();
        assertThatThrownBy(cluster::size).isInstanceOf(ClusterException.class).hasMessageContaining("Connect anew.");
    }

    @Test
    void aProgramThatBelongsNowhereIsToldWhatToDo() {
        assertThatThrownBy(() -> Cluster.connect(java.nio.file.Path.of("nowhere.connection")))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("There is no connection file nowhere.connection.");
    }
}
