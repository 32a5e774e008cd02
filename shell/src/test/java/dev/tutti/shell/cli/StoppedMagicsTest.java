package dev.tutti.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tutti.shell.line.Tmux;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a magic measures, or waits for others: it ends that, and the session is as before. */
final class StoppedMagicsTest {

    @TempDir
    private Path home;

    private Tmux tmux;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
        tmux = WholeShell.open(home, 100, "-n", "1");
        tmux.untilLastLine("In [1]:");
    }

    @AfterEach
    void close() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
    }

    private void typeAndRun(String cell) throws IOException {
        tmux.type(cell).press("Enter");
    }

    @Test
    void whatIsMeasuredIsStopped() throws IOException {
        Path mark = home.resolve("mark");
        typeAndRun("void never() throws Exception { Files.writeString(Path.of(\"" + mark + "\"), \"\"); for (;;) {} }");
        int cell = 2;
        for (String magic : new String[] {"%time", "%timeit", "%prun", "%memit", "%px %time", "%px %timeit"}) {
            tmux.untilLastLine("In [" + cell + "]:");
            typeAndRun(magic + " never()");
            tmux.until(_ -> Files.exists(mark));
            tmux.press("C-c").untilLastLine("In [" + ++cell + "]:");
            assertThat(tmux.screen()).containsPattern("stopped at cell 1, line 1[^>]*In \\[" + cell + "]:");
            Files.delete(mark);
        }
        typeAndRun("20 + 22");
        tmux.untilLastLine("In [" + ++cell + "]:");
        assertThat(tmux.screen()).contains("]: 42");
    }

    @Test
    void aLibraryIsNoLongerWaitedFor() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            typeAndRun("%deps add -r silent=" + address + " org.example.silent:silent:1");
            tmux.until(screen -> screen.contains("(Ctrl-C gives up)"));
            tmux.press("C-c").untilLastLine("In [2]:");
            assertThat(tmux.screen()).contains("127.0.0.1:" + silent.getLocalPort());
            typeAndRun("20 + 22");
            tmux.until(screen -> screen.contains("Out[2]: 42"));
        }
    }
}
