package dev.tutti.bench;

import java.io.IOException;
import java.util.List;

/**
 * What each key costs in a long cell, from the key to its character on the screen: with lines so short that JLine lays
 * out all of the text, and so long that only the lines around the cursor are; at the end of the text and in its middle. Arguments: the start script's path; {@code --quick} for fewer keys.
 */
public final class TypingBench {

    private static final int LINES = 200;
    private static final int WARM_UP = 300;
    private static final int WORD = 40;
    private static final String CUT_WORD = "\027";
    private static final String UP = "\033[A";
    private static final String DROP = "\003";

    /** They stand nowhere else on the screen. */
    private static final String KEYS = "JKQVWXYZ";

    private final String command;
    private final int keys;

    private TypingBench(String command, int keys) {
        this.command = command;
        this.keys = keys;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        TypingBench bench = new TypingBench(options.getFirst() + " -n 0", options.contains("--quick") ? 300 : 2000);
        Rows rows = new Rows();
        bench.in("    x = %d;", "short", rows);
        bench.in("    total += twice(number) + other(%d, \"text\");", "long", rows);
        rows.print("");
        rows.printTails();
    }

    private void in(String line, String name, Rows rows) throws IOException {
        try (Pty pty = new Pty(command)) {
            pty.await("In [1]: ");
            StringBuilder cell = new StringBuilder("{\n");
            for (int i = 1; i < LINES; i++) {
                cell.append(line.formatted(1000 + i)).append('\n');
            }
            pty.type("\033[200~" + cell + "\033[201~");
            pty.await(Integer.toString(1000 + LINES - 1));
            type(pty, WARM_UP, "warm-up", new Rows());
            type(pty, keys, "typing.200_" + name + ".end", rows);
            pty.type(UP.repeat(LINES / 2));
            type(pty, WARM_UP, "warm-up", new Rows());
            type(pty, keys, "typing.200_" + name + ".middle", rows);
            pty.type(DROP);
        }
    }

    /** In words that are cut again, each letter waited for. */
    private static void type(Pty pty, int count, String metric, Rows rows) throws IOException {
        for (int i = 0; i < count; i++) {
            String key = KEYS.substring(i % KEYS.length(), i % KEYS.length() + 1);
            pty.forget();
            long start = System.nanoTime();
            pty.type(key);
            pty.await(key);
            rows.add(metric, System.nanoTime() - start);
            if (i % WORD == WORD - 1) {
                pty.type(CUT_WORD);
            }
        }
    }
}
