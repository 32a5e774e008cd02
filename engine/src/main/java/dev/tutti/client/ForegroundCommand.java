package dev.tutti.client;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command as the shell gets it that runs it at the terminal. A single program takes the shell's place: some shells
 * that were sent a Ctrl-C while they waited end themselves with it afterwards, though the program made something of it
 * and ended well.
 */
final class ForegroundCommand {

    /** One program with its arguments: no second one, no variable set for it, nothing put into other places. */
    private static final Pattern SINGLE = Pattern.compile("([\\w./+-]+)( [^;|&<>(){}$`\n]*)?");

    private ForegroundCommand() {}

    /** @param path where programs are looked for, folders with colons between */
    static String of(String command, String path) {
        Matcher single = SINGLE.matcher(command);
        return single.matches() && isProgram(single.group(1), path) ? "exec " + command : command;
    }

    private static boolean isProgram(String name, String path) {
        return name.contains("/")
                || Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
