package dev.tutti.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a script was started with. Every session imports it on demand ({@code import static dev.tutti.client.Script.*}), so
 * that a declaration of the user's own of the same name wins.
 */
public final class Script {

    /** The system property that carries the arguments to an engine: Base64 of UTF-8, each argument ended by a NUL. */
    public static final String ARGUMENTS_PROPERTY = "tutti.args";

    /** The arguments after the script's name on the command line; the same array content at every place. */
    public static final String[] args = decode(System.getProperty(ARGUMENTS_PROPERTY, ""));

    private Script() {}

    private static String[] decode(String property) {
        String joined = new String(Base64.getDecoder().decode(property), StandardCharsets.UTF_8);
        return joined.isEmpty() ? new String[0] : joined.substring(0, joined.length() - 1).split("\0", -1);
    }

    /** The property's value for these arguments. */
    public static String encode(Iterable<String> arguments) {
        StringBuilder joined = new StringBuilder();
        arguments.forEach(argument -> joined.append(argument).append('\0'));
        return Base64.getEncoder().encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }
}
