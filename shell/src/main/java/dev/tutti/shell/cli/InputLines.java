package dev.tutti.shell.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of standard input, taken byte by byte: what follows them is left for whoever reads next. */
final class InputLines {

    private final InputStream input;

    InputLines(InputStream input) {
        this.input = input;
    }

    /** The next one; empty at the end. */
    Optional<String> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int read = input.read();
            if (read < 0) {
                return Optional.empty();
            }
            while (read >= 0 && read != '\n') {
                line.write(read);
                read = input.read();
            }
            return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            return Optional.empty(); // a broken standard input reads as its end
        }
    }
}
