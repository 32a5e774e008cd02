package dev.tutti.kernel.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|''|exit code 0 (System.exit)",
                "7|''|exit code 7 (System.exit)",
                "137|''|killed by signal 9 (SIGKILL)",
                "139|''|killed by signal 11 (SIGSEGV)",
                "143|''|killed by signal 15 (SIGTERM)",
                "177|''|killed by signal 49",
                "255|''|exit code 255 (System.exit)",
                "3|Terminating due to java.lang.OutOfMemoryError: Java heap space"
                        + "|exit code 3, out of memory (java.lang.OutOfMemoryError)",
                "134|# /home/me/hs_err_pid12.log|killed by signal 6 (SIGABRT), the JVM crashed: see"
                        + " /home/me/hs_err_pid12.log"
            })
    void theReasonSaysWhatIsKnown(int code, String tail, String reason) {
        assertThat(new Exit(code, tail).reason()).isEqualTo(reason);
    }
}
