package dev.tutti.kernel.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Characters that few keyboards have, by the names that LaTeX gives them: {@code alpha}, {@code to}, {@code _i}. Any
 * thread.
 */
public final class SymbolNames {

    private static final String TABLE = "symbols.txt";

    private SymbolNames() {}

    /** Apart, so that it is read at the first use. */
    private static final class Table {
        static final Map<String, String> BY_NAME = read();
    }

    /** The characters by name, without the backslash, in the order of the table. */
    public static Map<String, String> all() {
        return Table.BY_NAME;
    }

    private static Map<String, String> read() {
        try (InputStream table = SymbolNames.class.getResourceAsStream(TABLE)) {
            Map<String, String> byName = new LinkedHashMap<>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> byName.put(words[0], words[1]));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException("The table of symbols cannot be read: " + e.getMessage(), e);
        }
    }
}
