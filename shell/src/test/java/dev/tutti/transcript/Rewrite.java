package dev.tutti.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An answer that is to stand in a file in place of the expected one.
 *
 * @param exchange where
 * @param answer the new lines
 */
record Rewrite(Exchange exchange, List<String> answer) {

    /** Writes all of them; from the last to the first, so that places stay right. */
    static void apply(Path file, List<Rewrite> rewrites) throws IOException {
        if (rewrites.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        rewrites.stream()
                .sorted(Comparator.comparingInt(
                                (Rewrite rewrite) -> rewrite.exchange().answerFrom())
                        .reversed())
                .forEach(rewrite -> {
                    List<String> old = lines.subList(
                            rewrite.exchange().answerFrom(), rewrite.exchange().answerTo());
                    old.clear();
                    lines.addAll(rewrite.exchange().answerFrom(), rewrite.answer());
                });
        Files.write(file, lines);
    }
}
