package dev.tutti.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The lines of descriptions. picocli breaks each line of a description by itself; one that was broken in the source because
 * it was long goes on with the next, so that it is broken at the display's width only.
 */
final class DescriptionLines {

    /** A shorter line ends where its author wanted it to. */
    private static final int BROKEN = 60;

    private DescriptionLines() {}

    /** Joins what was broken for its length, in the description and in those of the options. */
    static void reflow(CommandSpec spec) {
        spec.usageMessage().description(joined(spec.usageMessage().description()));
        List<OptionSpec> options = List.copyOf(spec.options());
        options.forEach(spec::remove);
        for (OptionSpec option : options) {
            spec.addOption(OptionSpec.builder(option)
                    .description(joined(option.description()))
                    .build());
        }
    }

    private static String[] joined(String... lines) {
        List<String> joined = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            boolean continues = open && !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("%");
            if (continues) {
                joined.set(joined.size() - 1, joined.getLast() + " " + line);
            } else {
                joined.add(line);
            }
            open = line.length() > BROKEN;
        }
        return joined.toArray(String[]::new);
    }
}
