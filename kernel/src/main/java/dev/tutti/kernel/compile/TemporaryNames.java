package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Names the variables that JShell makes for expressions. JShell never takes a name twice, not even after a rollback: it
 * would silently call the variable {@code $1}. So each name is given out once.
 */
final class TemporaryNames implements Supplier<String> {

    private static final Pattern RESERVED = Pattern.compile("_[0-9]+");

    private final Set<String> used = new HashSet<>();
    private String wanted = "";
    private String prefix = "_";
    private int count;

    /** {@code _5}, the name under which the user knows the result of cell 5. */
    static String ofResult(int cell) {
        return "_" + cell;
    }

    static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    /** From now on names belong to this cell. */
    void cell(CellNumber number) {
        prefix = ofResult(number.value()) + "_";
        count = 0;
        wanted = "";
    }

    /** The next variable shall have this name, if it is still to be had; empty for any name. */
    void want(String name) {
        wanted = used.contains(name) ? "" : name;
    }

    void forget() {
        used.clear();
    }

    @Override
    public String get() {
        String name = wanted;
        while (name.isEmpty() || !used.add(name)) {
            name = prefix + ++count;
        }
        wanted = "";
        return name;
    }
}
