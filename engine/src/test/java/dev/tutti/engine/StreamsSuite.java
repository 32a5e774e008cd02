package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.StreamKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What user code prints and reads. */
abstract class StreamsSuite extends EngineConversation {

    @Test
    void bothStreamsKeepTheOrderInWhichTheyWereWritten() {
        ControllerEnd.Answer answer = controller.ask(run(
                1,
                "System.out.print(1); System.err.print(2); System.out.print(3); System.out.println(4);"
                        + " System.err.print(5);"));
        assertThat(answer.outputs())
                .containsExactly(
                        new Message.Output(StreamKind.STDOUT, "1"),
                        new Message.Output(StreamKind.STDERR, "2"),
                        new Message.Output(StreamKind.STDOUT, "34\n"),
                        new Message.Output(StreamKind.STDERR, "5"));
    }

    @Test
    void linesPrintedTogetherTravelTogether() {
        ControllerEnd.Answer answer = controller.ask(run(1, "for (int i = 0; i < 1000; i++) System.out.println(i);"));
        assertThat(answer.text()).startsWith("0\n1\n").endsWith("998\n999\n");
        assertThat(answer.outputs()).hasSizeLessThan(100);
    }

    @Test
    void whatIsPrintedArrivesWhileTheCellRuns() {
        RequestId running = controller.send(run(1, "System.out.print(\"early\"); for (;;) {}"));
        assertThat(controller.next(running)).isEqualTo(new Message.Output(StreamKind.STDOUT, "early"));
        stop(running);
        controller.answer(running);
    }

    @Test
    void aFloodArrivesCompletelyInBoundedPieces() {
        ControllerEnd.Answer answer =
                controller.ask(run(1, "for (int i = 0; i < 200_000; i++) System.out.println(\"line number \" + i);"));
        assertThat(answer.outputs()).allMatch(output -> output.text().length() <= 32 << 10);
        assertThat(answer.text().lines()).hasSize(200_000);
        assertThat(answer.text()).endsWith("line number 199999\n");
    }

    @Test
    void aFloodIsHeldBackWhileNobodyReadsAndNothingIsLost() {
        controller.pauseReading();
        RequestId running =
                controller.send(run(1, "for (int i = 0; i < 100_000; i++) System.out.println(\"0123456789\");"));
        controller.resumeReading();
        assertThat(controller.answer(running).text()).hasSize(1_100_000);
    }

    @Test
    void charactersAreNotCut() {
        String body = "for (int i = 0; i < 20_000; i++) { System.out.print(\"\\u00e4\\ud83d\\ude00\"); }";
        ControllerEnd.Answer answer = controller.ask(run(1, body));
        assertThat(answer.text()).isEqualTo("\u00e4\ud83d\ude00".repeat(20_000));
    }

    @Test
    void aCharacterWrittenByteByByteIsOneCharacter() {
        String body = "for (byte b : \"\\u20ac\".getBytes(\"UTF-8\")) { System.out.write(b); System.out.flush();"
                + " System.err.print(\"|\"); System.err.flush(); }";
        List<Message.Output> outputs = controller.ask(run(1, body)).outputs();
        String out = outputs.stream()
                .filter(output -> output.kind() == StreamKind.STDOUT)
                .map(Message.Output::text)
                .reduce("", String::concat);
        assertThat(out).isEqualTo("\u20ac");
    }

    @Test
    void halfACharacterAtTheEndIsShownAsDamaged() {
        assertThat(controller.ask(run(1, "System.out.write(0xe2);")).text()).isEqualTo("\ufffd");
        assertThat(controller.ask(run(2, "System.out.print(\"a\");")).text()).isEqualTo("a");
    }

    @Test
    void aThreadThatOutlivesItsCellPrintsForNoRequest() {
        String untilOver =
                "Thread t = new Thread(() -> { for (;;) try { rank(); } catch (IllegalStateException e) { break; }"
                        + " System.out.print(\"late\"); }); t.setDaemon(true); t.start();";
        ControllerEnd.Answer answer = controller.ask(run(1, untilOver));
        assertThat(answer.outputs()).isEmpty();
        assertThat(controller.next(RequestId.NONE)).isEqualTo(new Message.Output(StreamKind.STDOUT, "late"));
    }

    @Test
    void standardInputIsAtItsEndOnAnEngine() {
        assertThat(value(cell(1, "System.in.read()"))).isEqualTo("-1");
    }

    @Test
    void aClosedStreamStaysOpenForLaterCells() {
        assertThat(controller
                        .ask(run(1, "System.out.print(1); System.out.close();"))
                        .text())
                .isEqualTo("1");
        assertThat(controller.ask(run(2, "System.out.print(2);")).text()).isEqualTo("2");
    }
}
