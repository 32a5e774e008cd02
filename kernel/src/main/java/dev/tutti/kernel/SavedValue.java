package dev.tutti.kernel;

import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The value of a variable in a file: a line that Java takes for a comment.
 *
 * @param name the variable
 * @param type its type as Java source
 * @param value the value, encoded
 */
record SavedValue(String name, String type, Parcel.Inline value) {

    private static final String MARK = "//= ";

    String line() {
        return MARK
                + String.join(
                        "\t",
                        name,
                        type,
                        value.codec().name(),
                        Base64.getEncoder().encodeToString(value.bytes()));
    }

    /**
     * The values in a file.
     *
     * @throws IOException if it cannot be read, or holds something else
     */
    static List<SavedValue> read(Path file) throws IOException {
        List<SavedValue> values = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith(MARK)) {
                values.add(parse(line.substring(MARK.length()), number));
            }
        }
        return values;
    }

    private static SavedValue parse(String line, int number) throws IOException {
        String[] parts = line.split("\t");
        try {
            if (parts.length == 4) {
                byte[] bytes = Base64.getDecoder().decode(parts[3]);
                return new SavedValue(parts[0], parts[1], new Parcel.Inline(Codec.valueOf(parts[2]), bytes));
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new IOException("line " + number + " is damaged");
    }
}
