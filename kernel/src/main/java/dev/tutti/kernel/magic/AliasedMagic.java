package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.ShellText;
import java.util.List;
import java.util.regex.Matcher;
import picocli.CommandLine.Command;

/** A magic made of a system command; what follows its name goes to the command. */
@Command(description = "Runs a system command with these arguments. %%alias lists such magics with their commands.")
final class AliasedMagic implements Magic.Code {

    private final String name;
    private final String command;

    AliasedMagic(String name, String command) {
        this.name = name;
        this.command = command;
    }

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        int wanted = (command.length() - command.replace("%s", "").length()) / 2;
        if (command.contains("%l")) {
            return List.of(run(command.replace("%l", code.text()), code, context));
        }
        if (wanted == 0) {
            return List.of(run((command + " " + code.text()).strip(), code, context));
        }
        List<ArgumentWords.Word> words = ArgumentWords.of(code.text());
        if (words.size() < wanted) {
            throw new MagicException("%" + name + " needs " + wanted + (wanted == 1 ? " word" : " words") + ", but has "
                    + words.size() + ": it runs " + command + ".");
        }
        String line = command;
        for (int i = 0; i < wanted; i++) {
            ArgumentWords.Word word = words.get(i);
            line = line.replaceFirst("%s", Matcher.quoteReplacement(code.text().substring(word.start(), word.end())));
        }
        int rest = words.get(wanted - 1).end();
        return List.of(run((line + code.text().substring(rest)).strip(), code, context));
    }

    private static PlannedStep run(String line, CodeArgument code, MagicContext context) {
        String java = ShellText.toJava(line, code.planner()::isName);
        return GeneratedJava.instead(code, GeneratedJava.SHELL + ShellLine.runner(context) + java + ")", context);
    }
}
