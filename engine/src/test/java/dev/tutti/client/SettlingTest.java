package dev.tutti.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.execute.CellEnd;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettlingTest {

    private static final TaskMessage.AskLoads QUESTION = new TaskMessage.AskLoads();

    @Test
    void aCellThatSubmitsEndsWhenTheControllerHasAnsweredOnce() {
        FakeCluster fake = FakeCluster.inSession(0);
        fake.link.answers = _ -> new TaskMessage.Loads(List.of(), 0);
        submit(fake);
        submit(fake);

        CellEnd.come();
        CellEnd.come();

        assertThat(fake.link.asked).containsOnlyOnce(QUESTION);
    }

    @Test
    void aControllerThatIsGoneDoesNotHoldTheCell() {
        FakeCluster fake = FakeCluster.inSession(0);
        submit(fake);
        fake.link.answers = _ -> new Message.Failure("gone");

        CellEnd.come();

        assertThat(fake.link.asked).contains(QUESTION);
    }

    @Test
    void aProgramHasNoCells() {
        FakeCluster fake = FakeCluster.of(0);
        submit(fake);

        CellEnd.come();

        assertThat(fake.link.asked).doesNotContain(QUESTION);
    }

    private static void submit(FakeCluster fake) {
        fake.dispatcher.submit(List.of(), List.of(), List.of());
    }
}
