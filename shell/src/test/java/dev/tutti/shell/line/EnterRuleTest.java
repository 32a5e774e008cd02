package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnterRuleTest {

    private final EnterRule rule = new EnterRule(Assistance::byBrackets);

    @Test
    void nothingAndCompleteLinesRun() {
        assertThat(rule.runs("", 0)).isTrue();
        assertThat(rule.runs("f(1)", 0)).isTrue();
    }

    @Test
    void openBracketsCommentsAndTextBlocksGoOn() {
        assertThat(rule.runs("f(", 2)).isFalse();
        assertThat(rule.runs("/* a", 4)).isFalse();
        assertThat(rule.runs("var s = \"\"\"", 11)).isFalse();
    }

    @Test
    void inSeveralLinesTheCursorMustBeOnTheLastBlankOnesAside() {
        assertThat(rule.runs("{\n}", 1)).isFalse();
        assertThat(rule.runs("{\n}", 3)).isTrue();
        assertThat(rule.runs("{\n}\n\n", 3)).isTrue();
    }

    @Test
    void anUnfinishedStringIsAnErrorThatRuns() {
        assertThat(rule.runs("String s = \"abc", 15)).isTrue();
    }

    @Test
    void aLoneCellMagicAlwaysGoesOn() {
        assertThat(rule.runs("%%px", 4)).isFalse();
        assertThat(rule.runs("%%px\nrank()", 11)).isFalse();
        assertThat(rule.runs("%%px\nrank()\n", 12)).isTrue();
    }
}
