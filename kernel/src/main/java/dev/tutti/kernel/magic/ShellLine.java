package dev.tutti.kernel.magic;

import dev.tutti.kernel.settings.KnownSettings;

/** What {@code !command} and {@code !!command} become. */
public final class ShellLine {

    private ShellLine() {}

    /** Runs a command, or gives its output if it begins with a second exclamation mark. */
    public static PlannedStep.Java run(CodeArgument command, MagicContext context) {
        if (!command.text().startsWith("!")) {
            return GeneratedJava.aroundText(GeneratedJava.SHELL + runner(context), command, ")", context);
        }
        String text = command.text().substring(1);
        int blanks = text.length() - text.stripLeading().length();
        return capture(
                new CodeArgument(
                        text.strip(), command.start() + 1 + blanks, command.end(), command.call(), command.planner()),
                context);
    }

    /** What runs a command, at the terminal if there is one: an error if that does not end well, or not. */
    static String runner(MagicContext context) {
        return context.profile().settings().isOn(KnownSettings.SHELL_CHECK)
                ? "runAtTerminal("
                : "runAtTerminalUnchecked(";
    }

    /** Gives the lines that a command writes. */
    public static PlannedStep.Java capture(CodeArgument command, MagicContext context) {
        return GeneratedJava.aroundText(GeneratedJava.SHELL + "capture(", command, ")", context);
    }
}
