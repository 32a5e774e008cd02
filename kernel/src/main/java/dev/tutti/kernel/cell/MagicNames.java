package dev.tutti.kernel.cell;

import java.util.Collection;

/** Which magics there are, as far as cutting a cell into steps needs it. Any thread. */
public interface MagicNames {

    /** Whether {@code %name} may begin a line. */
    boolean isLineMagic(String name);

    /** Whether {@code %%name} may begin a cell. */
    boolean isCellMagic(String name);

    /** Whether its arguments end in Java, which goes on in the next lines while brackets are open. */
    boolean takesCode(String name);

    /** All names without percent signs, to suggest one for a misspelt name. */
    Collection<String> names();
}
