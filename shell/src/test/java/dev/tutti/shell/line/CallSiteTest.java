package dev.tutti.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallSiteTest {

    @Test
    void argumentsBeginBehindTheParenthesisAndBehindCommas() {
        assertThat(CallSite.isArgument("f(", 2)).isTrue();
        assertThat(CallSite.isArgument("new A<B>(1, ", 12)).isTrue();
        assertThat(CallSite.isArgument("f(a", 3)).isFalse();
        assertThat(CallSite.isArgument("(", 1)).isFalse();
        assertThat(CallSite.isArgument("int[] a = {1,", 13)).isFalse();
        assertThat(CallSite.isArgument("f(\"a,", 5)).isFalse();
        assertThat(CallSite.isArgument("", 0)).isFalse();
    }
}
