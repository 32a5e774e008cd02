package dev.tutti.shell.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of {@code %quickref}: magics, help, keys. Any thread. */
public final class QuickReference {

    private static final String RESOURCE = "quickref.txt";
    private static final int KEY_COLUMNS = 27;

    private QuickReference() {}

    /** The lines of the page, made for 80 columns. */
    public static List<StyledLine> lines() {
        try (InputStream resource = QuickReference.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The shell's jar lacks the file " + RESOURCE + "; build it again.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return reader.lines().map(QuickReference::styled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The quick reference cannot be read: " + e.getMessage(), e);
        }
    }

    /** Lines in the first column are headings; of the others the first columns are what one types. */
    private static StyledLine styled(String line) {
        if (!line.startsWith(" ")) {
            return StyledLine.of(line, TextStyle.HEADING);
        }
        int end = Math.min(line.length(), KEY_COLUMNS);
        return new StyledLine(List.of(
                new Span(line.substring(0, end), TextStyle.CODE), new Span(line.substring(end), TextStyle.PLAIN)));
    }
}
