package dev.tutti.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the arguments of a script travel to the engines: in a system property. User code reads them as {@link Here#args}. */
public final class Script {

    /** Base64 of UTF-8, each argument ended by a NUL. */
    public static final String ARGUMENTS_PROPERTY = "tutti.args";

    private Script() {}

    /** The arguments that this JVM was started with. */
    static String[] arguments() {
        String property = System.getProperty(ARGUMENTS_PROPERTY);
        if (property == null) {
            return new String[0]; // the usual way: no decoder is loaded for it
        }
        String joined = new String(Base64.getDecoder().decode(property), StandardCharsets.UTF_8);
        return joined.isEmpty()
                ? new String[0]
                : joined.substring(0, joined.length() - 1).split("\0", -1);
    }

    /** The property's value for these arguments. */
    public static String encode(Iterable<String> arguments) {
        StringBuilder joined = new StringBuilder();
        arguments.forEach(argument -> joined.append(argument).append('\0'));
        return Base64.getEncoder().encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }
}
