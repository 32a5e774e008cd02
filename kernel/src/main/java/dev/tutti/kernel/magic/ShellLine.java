package dev.tutti.kernel.magic;

/** What {@code !command} and {@code !!command} become. */
public final class ShellLine {

    private ShellLine() {}

    /** Runs a command, or gives its output if it begins with a second exclamation mark. */
    public static PlannedStep.Java run(CodeArgument command, MagicContext context) {
        if (!command.text().startsWith("!")) {
            return GeneratedJava.aroundText(GeneratedJava.SHELL + "run(", command, ")", context);
        }
        String text = command.text().substring(1);
        int blanks = text.length() - text.stripLeading().length();
        return capture(
                new CodeArgument(
                        text.strip(), command.start() + 1 + blanks, command.end(), command.call(), command.planner()),
                context);
    }

    /** Gives the lines that a command writes. */
    public static PlannedStep.Java capture(CodeArgument command, MagicContext context) {
        return GeneratedJava.aroundText(GeneratedJava.SHELL + "capture(", command, ")", context);
    }
}
