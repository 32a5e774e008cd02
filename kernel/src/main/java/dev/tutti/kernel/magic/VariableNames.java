package dev.tutti.kernel.magic;

import javax.lang.model.SourceVersion;

/** Names that an option or argument wants for a variable. */
final class VariableNames {

    private VariableNames() {}

    /**
     * The name, if a variable can have it.
     *
     * @param wanted the option or magic that wants it
     */
    static String checked(String wanted, String name) throws MagicException {
        if (!SourceVersion.isName(name) || name.contains(".") || name.matches("_\\d*")) {
            throw new MagicException(wanted + " takes the name of a variable, which '" + name + "' cannot be.");
        }
        return name;
    }
}
