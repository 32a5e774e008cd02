package dev.tutti.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DebugDialogueTest {

    private static final String CELL = """
        int fact(int n) {
            int r = 1;
            return r;
        }
        """;

    private final Recorded debuggee = new Recorded();
    private final DebugDialogue dialogue =
            new DebugDialogue(debuggee, cell -> cell == 1 ? Optional.of(CELL) : Optional.empty());

    private String stopped() {
        return dialogue.stopped(new Stop(
                new Stop.Arrived(), List.of(new CallFrame("fact", "cell 1", 2), new CallFrame("", "cell 3", 1))));
    }

    private String said(String line) {
        return ((DebugDialogue.Answer.Said) dialogue.take(line)).text();
    }

    @Test
    void aStopShowsWhereWithTheLinesAround() {
        assertThat(stopped()).isEqualTo("""
            > fact (cell 1, line 2)
               1  int fact(int n) {
            -> 2      int r = 1;
               3      return r;
               4  }\
            """);
    }

    @Test
    void aStopTellsItsReason() {
        CallFrame frame = new CallFrame("", "cell 3", 1);
        assertThat(dialogue.stopped(new Stop(new Stop.Throwing("E: no", false), List.of(frame))))
                .isEqualTo("E: no\n  is thrown here.\n> cell 3, line 1");
        assertThat(dialogue.stopped(new Stop(new Stop.AtBreakpoint(new CodePlace.MethodStart("fact")), List.of(frame))))
                .isEqualTo("Breakpoint fact.\n> cell 3, line 1");
    }

    @Test
    void theNewestCallInACellIsLookedAtFirst() {
        String shown = dialogue.stopped(new Stop(
                new Stop.Throwing("E", false),
                List.of(new CallFrame("java.util.List.get", "List.java", 7), new CallFrame("fact", "cell 1", 3))));

        assertThat(shown).contains("> fact (cell 1, line 3)");
        assertThat(said("down")).isEqualTo("> java.util.List.get (List.java:7)");
    }

    @Test
    void oneLooksAtTheCallerAndBack() {
        stopped();

        assertThat(said("u")).isEqualTo("> cell 3, line 1");
        assertThat(said("up")).isEqualTo("This is the oldest call.");
        assertThat(said("w")).isEqualTo("  fact (cell 1, line 2)\n> cell 3, line 1");
        assertThat(said("d")).startsWith("> fact");
        assertThat(said("d")).isEqualTo("This is the newest call.");
    }

    @Test
    void valuesAreThoseOfTheCallLookedAt() {
        stopped();

        assertThat(said("p n + 1")).isEqualTo("n + 1 in call 0");
        said("u");
        assertThat(said("x")).isEqualTo("x in call 1");
        assertThat(said("!n")).isEqualTo("n in call 1");
        assertThat(said("a")).isEqualTo("int n = 1");
    }

    @Test
    void enterTakesTheLastStepAgainAndNothingElse() {
        stopped();
        assertThat(dialogue.take("")).isEqualTo(new DebugDialogue.Answer.Said(""));

        assertThat(dialogue.take("n")).isEqualTo(new DebugDialogue.Answer.Running());
        stopped();
        assertThat(dialogue.take("")).isEqualTo(new DebugDialogue.Answer.Running());
        stopped();
        dialogue.take("w");
        assertThat(dialogue.take("")).isEqualTo(new DebugDialogue.Answer.Said(""));
        assertThat(debuggee.motions).containsExactly(Motion.OVER, Motion.OVER);
    }

    @Test
    void theWordsOfPdbAndOfJdbAreKnown() {
        stopped();
        List.of("s", "step", "n", "next", "o", "out", "r", "return", "c", "cont", "continue")
                .forEach(dialogue::take);

        assertThat(debuggee.motions)
                .containsExactly(
                        Motion.INTO,
                        Motion.INTO,
                        Motion.OVER,
                        Motion.OVER,
                        Motion.OUT,
                        Motion.OUT,
                        Motion.OUT,
                        Motion.OUT,
                        Motion.FREE,
                        Motion.FREE,
                        Motion.FREE);
        assertThat(dialogue.take("q")).isEqualTo(new DebugDialogue.Answer.Left());
    }

    @Test
    void breakpointsAreSetListedAndTakenAway() {
        stopped();

        assertThat(said("b")).startsWith("There are no breakpoints.");
        assertThat(said("b 3")).isEqualTo("Breakpoint 1:3 is set.");
        assertThat(said("break fact")).isEqualTo("Breakpoint fact is set.");
        assertThat(said("b")).isEqualTo("Breakpoints: 1:3, fact.");
        assertThat(said("cl 1:3")).isEqualTo("No breakpoint at 1:3 any more.");
        assertThat(said("b")).isEqualTo("Breakpoints: fact.");
        assertThat(said("b 3:")).contains("not '3:'");
    }

    @Test
    void whatCannotBeAnsweredIsSaid() {
        stopped();

        assertThat(said("p bad")).isEqualTo("bad is not known.");
    }

    /** Remembers what it is told. */
    private static final class Recorded implements Debuggee {
        private final List<Motion> motions = new ArrayList<>();
        private final List<CodePlace> places = new ArrayList<>();

        @Override
        public List<Local> locals(int frame) {
            return List.of(new Local("n", "int", Integer.toString(frame)));
        }

        @Override
        public String evaluate(int frame, String expression) throws DebugException {
            if (expression.equals("bad")) {
                throw new DebugException("bad is not known.");
            }
            return expression + " in call " + frame;
        }

        @Override
        public void breakAt(CodePlace place) {
            places.add(place);
        }

        @Override
        public void clear(CodePlace place) {
            places.remove(place);
        }

        @Override
        public List<CodePlace> breakpoints() {
            return places;
        }

        @Override
        public void resume(Motion motion) {
            motions.add(motion);
        }
    }
}
