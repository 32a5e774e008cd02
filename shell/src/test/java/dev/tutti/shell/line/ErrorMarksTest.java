package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.kernel.compile.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ErrorMarksTest {

    private static final Diagnostic ERROR = new Diagnostic(Diagnostic.Severity.ERROR, "cannot find symbol", 0, 1);

    private final Deque<Runnable> paused = new ArrayDeque<>();
    private final Deque<Runnable> pausedLonger = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final Deque<CompletableFuture<List<Diagnostic>>> answers = new ArrayDeque<>();
    private int redrawn;
    private final ErrorMarks marks = new ErrorMarks(
            paused::add,
            pausedLonger::add,
            text -> {
                asked.add(text);
                CompletableFuture<List<Diagnostic>> answer = new CompletableFuture<>();
                answers.add(answer);
                return answer;
            },
            () -> redrawn++);

    @Test
    void anErrorIsShownOnceTypingHasPaused() {
        assertThat(marks.of("x")).isEmpty();
        assertThat(asked).isEmpty();
        paused.remove().run();
        answers.remove().complete(List.of(ERROR));
        assertThat(redrawn).as("it could still disturb").isZero();
        pausedLonger.remove().run();
        assertThat(redrawn).isOne();
        assertThat(marks.of("x")).containsExactly(ERROR);
    }

    @Test
    void aTextThatIsTypedOnIsNotAskedAbout() {
        marks.of("x");
        marks.of("xy");
        paused.forEach(Runnable::run);
        assertThat(asked).containsExactly("xy");
    }

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        marks.of("x");
        paused.remove().run();
        marks.of("xy");
        answers.remove().complete(List.of(ERROR));
        pausedLonger.remove().run();
        assertThat(redrawn).isZero();
        assertThat(marks.of("xy")).isEmpty();
    }

    @Test
    void aMovedCursorAsksNothingAgain() {
        marks.of("x");
        marks.of("x");
        assertThat(paused).hasSize(1);
    }

    @Test
    void nothingIsAskedAboutNothingAndAboutVeryLongTexts() {
        marks.of(" \n");
        marks.of("x".repeat(ErrorMarks.LONGEST + 1));
        assertThat(paused).isEmpty();
    }

    @Test
    void aRightTextIsNotDrawnAgain() {
        marks.of("1");
        paused.remove().run();
        answers.remove().complete(List.of());
        pausedLonger.remove().run();
        assertThat(redrawn).isZero();
    }

    @Test
    void afterTypingNothingIsMarked() {
        marks.of("x");
        paused.remove().run();
        marks.clear();
        answers.remove().complete(List.of(ERROR));
        pausedLonger.remove().run();
        assertThat(redrawn).isZero();
    }
}
