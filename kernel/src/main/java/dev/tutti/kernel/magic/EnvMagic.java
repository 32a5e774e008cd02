package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import dev.tutti.kernel.cell.ShellText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** {@code %env}, after IPython's: the environment of commands. */
@Command(
        name = "env",
        customSynopsis = {"%%env", "%%env NAME", "%%env NAME=VALUE", "%%env -d NAME"},
        description = {
            "Shows the environment that system commands get, or one variable of it; sets one; takes one away (-d).",
            "$name and {expression} in a value are Java, as in !COMMAND. Values of names like TOKEN or PASSWORD are not"
                    + " listed.",
            "A JVM cannot change its own environment: System.getenv() stays as it was. %%px %%env sets that of engines."
        })
final class EnvMagic implements Magic.Code {

    private static final Pattern SET = Pattern.compile("([A-Za-z_]\\w*)(?:\\s*=\\s*|\\s+)(.*)", Pattern.DOTALL);
    private static final Pattern REMOVE = Pattern.compile("-d\\s+([A-Za-z_]\\w*)");

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(GeneratedJava.instead(code, GeneratedJava.SHELL + java(code), context));
    }

    private static String java(CodeArgument code) throws MagicException {
        String text = code.text().strip();
        Matcher set = SET.matcher(text);
        Matcher remove = REMOVE.matcher(text);
        if (text.isEmpty()) {
            return "printEnv()";
        } else if (text.matches("[A-Za-z_]\\w*")) {
            return "requireEnv(" + GeneratedJava.literal(text) + ")";
        } else if (remove.matches()) {
            return "removeEnv(" + GeneratedJava.literal(remove.group(1)) + ")";
        } else if (set.matches()) {
            return "env(" + GeneratedJava.literal(set.group(1)) + ", "
                    + ShellText.toJava(set.group(2), code.planner()::isName) + ")";
        }
        throw new MagicException("%env takes NAME, NAME=VALUE or -d NAME, but this is '" + text + "'.");
    }

    @Override
    public boolean givesValue() {
        return true;
    }
}
