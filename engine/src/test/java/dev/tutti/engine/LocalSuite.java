package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Outcome;
import dev.tutti.engine.wire.RequestId;
import org.junit.jupiter.api.Test;

/** The engine beside the shell. */
abstract class LocalSuite extends EngineConversation {

    @Override
    EngineId engineId() {
        return EngineId.LOCAL;
    }

    @Test
    void standardInputIsThatOfTheShell() {
        controller.type("one\n", "two\n");
        assertThat(value(cell(1, "new Scanner(System.in).nextLine()"))).isEqualTo("\"one\"");
        assertThat(value(cell(2, "new Scanner(System.in).nextLine()"))).isEqualTo("\"two\"");
    }

    @Test
    void aReadCanBeStoppedAndWhatIsTypedLaterIsNotLost() throws InterruptedException {
        RequestId running = controller.send(cell(1, "System.in.read()"));
        controller.inputAsked.await();
        stop(running);
        assertThat(controller.answer(running).done().outcome()).isInstanceOf(Outcome.Stopped.class);
    }

    @Test
    void rankHasNoMeaningAndTheErrorTellsTheRemedy() {
        Outcome.Thrown thrown = (Outcome.Thrown) outcome(cell(1, "rank()"));
        assertThat(thrown.fault().className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(thrown.fault().message())
                .contains("rank() has no meaning at local: this cell was not sent to engines. Run it with %px.");
        assertThat(value(cell(2, "engineId()"))).isEqualTo("-1");
    }
}
