package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %magic}: magics of the user's. */
@Command(
        name = "magic",
        sortOptions = false,
        customSynopsis = {"%%magic JAVA [NAME]", "%%magic --drop NAME", "%%magic"},
        description = {
            "Makes a magic of a method String line -> value, or of a record with a method run(), whose components are"
                    + " the options: %%magic Greet makes %%greet.",
            "It works at engines too: %%px %%greet. Without arguments, lists such magics.",
            "A jar on the class path brings magics by META-INF/services/dev.tutti.client.Magic, a record's name a line."
        })
final class MagicMagic implements Magic.Action {

    @Parameters(index = "0", arity = "0..1", paramLabel = "JAVA", description = "the name of a method or record")
    private String java;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "the magic's name. Default: the Java name, its first letter small")
    private String name;

    @Option(names = "--drop", description = "forget a magic")
    private boolean drop;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (java == null) {
            if (drop) {
                throw new MagicException("%magic --drop needs the name of a magic. %magic lists them.");
            }
            list(context);
        } else if (drop) {
            context.userMagics().remove(java);
        } else {
            add(context);
        }
    }

    private void add(MagicContext context) throws MagicException {
        String simple = java.substring(java.lastIndexOf('.') + 1);
        String magic = name != null ? name : defaultName(java);
        if (!magic.matches("[\\p{L}_]\\w*")) {
            throw new MagicException("The name of a magic has letters, digits and _ only, so '" + magic + "' is none.");
        }
        boolean declared = context.declarations().stream()
                .anyMatch(declaration -> declaration.name().equals(simple));
        if (!declared && !java.contains(".")) {
            throw new MagicException("There is no method or record " + java + " here. %who method type lists what is"
                    + " declared; one of a jar is written with its package.");
        }
        context.userMagics().add(magic, java);
    }

    /** The magic's name for a Java name. */
    static String defaultName(String java) {
        String simple = java.substring(Math.max(java.lastIndexOf('.'), java.lastIndexOf('$')) + 1);
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    private static void list(MagicContext context) {
        List<List<String>> rows = new ArrayList<>();
        context.userMagics().all().forEach((magic, code) -> rows.add(List.of("%" + magic, code)));
        context.print(
                rows.isEmpty()
                        ? "There are no magics of your own. %magic --help tells how to make one."
                        : TextTable.of(List.of("magic", "runs"), rows, context.width()));
    }
}
