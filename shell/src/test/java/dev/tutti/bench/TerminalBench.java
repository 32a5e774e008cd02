package dev.tutti.bench;

import java.io.IOException;
import java.util.List;

/**
 * What a user at a terminal waits for, measured through a pseudo-terminal on the true start script. Arguments: the
 * script's path; {@code --quick} for fewer repetitions; {@code --peers} to measure IPython as well.
 */
public final class TerminalBench {

    private static final String IPYTHON =
            "$(command -v /usr/bin/ipython3 || command -v ipython3) --no-banner --HistoryManager.enabled=False";

    private TerminalBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        boolean quick = options.contains("--quick");
        Rows ours = new Rows();
        measure(new Prompt("", options.getFirst() + " -n 0", "\"abc\".isBl", "ank"), quick, ours);
        ours.print("");
        px(options.getFirst(), quick).print("");
        if (options.contains("--peers")) {
            peers(ours, quick);
        }
    }

    private static void measure(Prompt prompt, boolean quick, Rows rows) throws IOException {
        prompt.start(new Rows());
        for (int i = 0; i < (quick ? 3 : 11); i++) {
            prompt.start(rows);
        }
        prompt.enter(rows, quick ? 100 : 1000);
        prompt.enterAfterPause(rows, quick ? 20 : 50);
        for (int i = 0; i < (quick ? 1 : 5); i++) {
            prompt.completion(rows, 10);
        }
    }

    /** {@code %px 1+1} from Enter to the next prompt. */
    private static Rows px(String script, boolean quick) throws IOException {
        Rows rows = new Rows();
        for (int engines : quick ? new int[] {4} : new int[] {4, 32}) {
            try (Pty pty = new Pty(script + " -n " + engines)) {
                pty.await("In [1]: ");
                for (int cell = 1; cell <= 60; cell++) {
                    pty.type("%px 1+1");
                    pty.await("1+1");
                    long start = System.nanoTime();
                    pty.type("\r");
                    pty.await("In [" + (cell + 1) + "]: ");
                    if (cell > 20) {
                        rows.add("px.enter." + engines, System.nanoTime() - start);
                    }
                }
            }
        }
        return rows;
    }

    private static void peers(Rows ours, boolean quick) throws IOException {
        if (new ProcessBuilder("sh", "-c", "command -v ipython3 >/dev/null && ipython3 --version >/dev/null 2>&1")
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                != 0) {
            System.out.println("# IPython is not installed (Debian: ipython3): its rows are left out.");
            return;
        }
        Prompt peer = new Prompt("ipython", IPYTHON, "\"abc\".isalp", "ha");
        Rows theirs = new Rows();
        try {
            measure(peer, quick, theirs);
        } catch (IOException e) {
            System.out.println("# IPython did not do what was expected, so some of its rows are missing: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
        theirs.print("ipython.");
        ours.printRatios("ipython", theirs);
    }
}
