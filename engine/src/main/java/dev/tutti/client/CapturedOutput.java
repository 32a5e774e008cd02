package dev.tutti.client;

import java.util.List;
import java.util.Objects;

/**
 * What a cell printed while {@code %%capture} kept it, of all its places.
 *
 * @param stdout what went to standard output
 * @param stderr what went to standard error
 * @param results the values that would have been shown, a line or more each
 */
public record CapturedOutput(String stdout, String stderr, String results) {
    public CapturedOutput {
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
        Objects.requireNonNull(results, "results");
    }

    /** What the kernel kept. @param texts standard output, standard error, values */
    public static CapturedOutput of(List<String> texts) {
        return new CapturedOutput(texts.get(0), texts.get(1), texts.get(2));
    }

    /** Prints it after all. */
    public void show() {
        System.out.print(stdout);
        System.err.print(stderr);
        System.out.print(results);
    }
}
