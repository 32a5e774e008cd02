package dev.tutti.kernel.magic;

import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.SettingException;
import dev.tutti.kernel.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %autosave}: the session in a file, again and again. */
@Command(
        name = "autosave",
        description = {
            "Saves the session after every so many cells, as %%session save does; off ends that.",
            "Without arguments, tells how it stands, and where the file is."
        })
final class AutosaveMagic implements Magic.Action {

    @Parameters(arity = "0..1", paramLabel = "CELLS|off", description = "after how many cells")
    private String cells;

    @Override
    public void run(MagicContext context) throws MagicException {
        Settings settings = context.profile().settings();
        try {
            if (cells != null) {
                settings.set(KnownSettings.AUTOSAVE.name(), cells, Settings.Origin.SESSION);
            }
        } catch (SettingException e) {
            throw new MagicException(e.getMessage());
        }
        String now = settings.get(KnownSettings.AUTOSAVE);
        context.print(
                now.equals("off")
                        ? "The session is not saved by itself. %autosave 10 saves it after every 10 cells."
                        : "The session is saved after every " + (now.equals("1") ? "cell" : now + " cells")
                                + ". %session load "
                                + context.profile().data().resolve("autosave.tutti") + " brings it back.");
    }
}
