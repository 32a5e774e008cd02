package dev.tutti.kernel.compile;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people type who come from another shell or language, and what it is here. */
final class FamiliarWords {

    private static final String LEAVE = "%exit or Ctrl-D leaves.";
    private static final String HELP = "%help tells how to get help, name? what a name is.";
    private static final String OUTPUT =
            "Java's are System.out.println and IO.println; the last value is shown by itself.";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("exit", LEAVE),
            Map.entry("quit", LEAVE),
            Map.entry("help", HELP),
            Map.entry("print", OUTPUT),
            Map.entry("println", OUTPUT),
            Map.entry("printf", "Java's are System.out.printf and String.format."),
            Map.entry("input", "IO.readln reads a line, Shell.readPassword one that is not shown."),
            Map.entry("len", "Java's are size() of collections, length() of texts, length of arrays."),
            Map.entry("range", "Java's are IntStream.range and a for loop."),
            Map.entry("type", "name? tells the type; getClass() gives the class."),
            Map.entry("dir", "Tab behind a dot shows members; %whos all that is declared."),
            Map.entry("vars", "%whos shows the variables."),
            Map.entry("ls", "%ls or !ls lists files."),
            Map.entry("cd", "%cd changes the folder of commands."),
            Map.entry("pwd", "%pwd tells the folder of commands."),
            Map.entry("None", "Java's is null."),
            Map.entry("True", "Java's is true."),
            Map.entry("False", "Java's is false."));

    /** What the commands of jshell are here. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("exit", "%exit"),
            Map.entry("help", "%help"),
            Map.entry("?", "%help"),
            Map.entry("vars", "%whos"),
            Map.entry("methods", "%whos"),
            Map.entry("types", "%whos"),
            Map.entry("imports", "%imports"),
            Map.entry("list", "%history"),
            Map.entry("history", "%history"),
            Map.entry("edit", "%edit"),
            Map.entry("save", "%save"),
            Map.entry("open", "%run"),
            Map.entry("drop", "%xdel"),
            Map.entry("reset", "%reset"),
            Map.entry("reload", "%reset and %rerun"),
            Map.entry("set", "%config"),
            Map.entry("env", "%classpath and %deps"),
            Map.entry("!", "%rerun"));

    private static final Pattern COMMAND = Pattern.compile("\\s*/(\\w+|[?!]).*", Pattern.DOTALL);

    private FamiliarWords() {}

    /** A sentence about a cell that is a command of jshell; empty if it is none. */
    static String aboutCommand(String cell) {
        Matcher command = COMMAND.matcher(cell);
        String here = command.matches() ? COMMANDS.getOrDefault(command.group(1), "") : "";
        return here.isEmpty() ? "" : "/" + command.group(1) + " of jshell is " + here + " here; %lsmagic lists all.";
    }

    /** A sentence about an unknown name; empty if nobody brings it along. */
    static String about(String name) {
        return MEANINGS.getOrDefault(name, "");
    }
}
