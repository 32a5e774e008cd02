package dev.tutti.kernel.magic;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %pxactivate}: families of {@code %px} with options of their own, as ipyparallel's {@code view.activate}. */
@Command(
        name = "pxactivate",
        sortOptions = false,
        customSynopsis = {"%%pxactivate SUFFIX [OPTIONS]", "%%pxactivate --drop SUFFIX", "%%pxactivate"},
        description = {
            "Makes %%px, %%pxconfig, %%pxresult and %%autopx known under further names, with options of their own:",
            "after %%pxactivate _even -t ::2 the magic %%px_even runs code on every second engine.",
            "Without arguments, lists these families."
        })
final class PxactivateMagic implements Magic.Action {

    @Parameters(arity = "0..1", paramLabel = "SUFFIX", description = "what is added to the names: letters, digits, _")
    private String suffix;

    @Mixin
    private PxOptions options = new PxOptions();

    @Option(names = "--drop", description = "forget the family")
    private boolean drop;

    @Override
    public void run(MagicContext context) throws MagicException {
        PxSettings settings = options.settings();
        PxSession px = context.px();
        if (suffix == null) {
            if (drop || !settings.equals(PxSettings.NONE)) {
                throw new MagicException("%pxactivate needs to know the suffix: %pxactivate _even -t ::2.");
            }
            list(context);
            return;
        }
        if (!suffix.matches("\\w{1,30}")) {
            throw new MagicException("A suffix has letters, digits and _ only, so '" + suffix + "' is none.");
        }
        if (drop) {
            if (!px.families().contains(suffix)) {
                throw new MagicException("There is no %px" + suffix + ". %pxactivate lists what there is.");
            }
            px.deactivate(suffix);
            context.print("%px" + suffix + " is forgotten.");
            return;
        }
        px.activate(suffix, settings);
        String text = settings.toString();
        context.print("%px" + suffix + (text.isEmpty() ? "" : " " + text) + ", with %pxconfig" + suffix + ", %pxresult"
                + suffix + " and %autopx" + suffix + ".");
    }

    private static void list(MagicContext context) {
        PxSession px = context.px();
        List<String> lines = px.families().stream()
                .filter(family -> !family.isEmpty())
                .map(family -> ("%px" + family + " " + px.defaults(family)).strip())
                .toList();
        context.print(lines.isEmpty() ? "There is only %px." : String.join("\n", lines));
    }
}
