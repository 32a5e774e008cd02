package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.CodeAssist;
import dev.tutti.kernel.compile.Documentation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChosenItemTest {

    private static final String CALL = "println(";

    private final CompletableFuture<CodeAssist> kernel = new CompletableFuture<>();
    private final Assistance assistance = new Assistance(kernel, Duration.ofSeconds(20));
    private final AtomicInteger drawn = new AtomicInteger();
    private final ChosenItem chosen = new ChosenItem(assistance, drawn::incrementAndGet);

    @AfterEach
    void endThreads() {
        assistance.close();
    }

    @Test
    void whatIsAskedForIsDrawnWhenItIsThere() {
        CompletableFuture<Void> answered = chosen.ask(CALL, CALL.length());
        assertThat(chosen.help()).isEmpty();
        kernel.complete(new FakeAssist());
        answered.join();
        assertThat(chosen.help().orElseThrow().known())
                .extracting(Documentation::signature)
                .containsExactly("void PrintStream.println(String x)");
        assertThat(drawn).hasValue(1);
    }

    @Test
    void theAnswerForAnItemThatIsNotChosenAnyMoreIsDropped() {
        CompletableFuture<Void> answered = chosen.ask(CALL, CALL.length());
        chosen.forget();
        kernel.complete(new FakeAssist());
        answered.join();
        assertThat(chosen.help()).isEmpty();
        assertThat(drawn).hasValue(0);
    }

    @Test
    void anItemOfWhichNothingIsKnownDrawsNothing() {
        kernel.complete(new FakeAssist());
        chosen.ask("printf(", 7).join();
        assertThat(chosen.help()).isEmpty();
        assertThat(drawn).hasValue(0);
    }
}
