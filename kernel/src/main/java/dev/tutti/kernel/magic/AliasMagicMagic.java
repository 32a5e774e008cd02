package dev.tutti.kernel.magic;

import dev.tutti.kernel.cell.CellSyntaxException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code %alias_magic}, after IPython's: another name for a magic, with options if wanted. */
@Command(
        name = "alias_magic",
        customSynopsis = {"%%alias_magic NAME MAGIC [ARGUMENTS]", "%%alias_magic -d NAME", "%%alias_magic"},
        description = {
            "Gives a magic one more name: %%alias_magic t timeit makes %%t of %%timeit.",
            "Options and words behind the magic are put before those of each call: %%alias_magic t timeit -n 10",
            "-d takes such a name away. Without arguments, lists them. They are kept for later sessions of this"
                    + " profile."
        })
final class AliasMagicMagic implements Magic.Code {

    @Override
    public List<PlannedStep> plan(CodeArgument code, MagicContext context) throws MagicException, CellSyntaxException {
        return List.of(new PlannedStep.Act(run -> run(code.text().strip(), run), true));
    }

    private static void run(String text, MagicContext context) throws MagicException {
        if (text.isEmpty()) {
            list(context);
            return;
        }
        String[] words = text.split("\\s+", 3);
        if (words[0].equals("-d")) {
            if (words.length != 2) {
                throw new MagicException("%alias_magic -d takes one name: %alias_magic -d t");
            }
            context.workplace().unaliasMagic(plain(words[1]));
            return;
        }
        String name = plain(words[0]);
        if (!name.matches("[\\p{L}_]\\w*")) {
            throw new MagicException("The name of a magic has letters, digits and _ only, so '" + name + "' is none.");
        }
        if (words.length == 1) {
            throw new MagicException("Which magic? %alias_magic " + name + " timeit makes %" + name + " of %timeit.");
        }
        define(name, plain(words[1]), words.length > 2 ? words[2] : "", context);
    }

    private static void define(String name, String magic, String arguments, MagicContext context)
            throws MagicException {
        MagicEntry meant = context.magics()
                .find(magic)
                .orElseThrow(() -> new MagicException("There is no magic %" + magic + ". %lsmagic lists all."));
        MagicCall.requireOptions(meant, arguments);
        MagicAlias known = context.workplace().magicAliases().getOrDefault(magic, new MagicAlias(magic, ""));
        String all = (known.arguments() + " " + arguments).strip();
        context.workplace().aliasMagic(name, new MagicAlias(known.magic(), all));
    }

    private static String plain(String name) {
        return name.replaceFirst("^%%?", "");
    }

    private static void list(MagicContext context) {
        Map<String, MagicAlias> aliases = context.workplace().magicAliases();
        if (aliases.isEmpty()) {
            context.print("No magic has a further name. %alias_magic t timeit makes %t of %timeit.");
            return;
        }
        List<List<String>> rows = aliases.entrySet().stream()
                .map(alias -> List.of(
                        "%" + alias.getKey(),
                        ("%" + alias.getValue().magic() + " " + alias.getValue().arguments()).strip()))
                .toList();
        context.print(TextTable.of(List.of("name", "means"), rows, context.width()));
    }
}
