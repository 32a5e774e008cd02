package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** The magics that come with Tutti. */
public final class BuiltInMagics {

    private BuiltInMagics() {}

    public static MagicCatalog catalog() {
        return new MagicCatalog(List.of(
                new MagicEntry("autopx", LINE, "makes plain cells run on engines, and back", true, AutopxMagic::new),
                new MagicEntry(
                        "captures", CODE, "shows what a function would carry to engines", false, CapturesMagic::new),
                new MagicEntry("engines", LINE, "shows the engines, restarts some", false, EnginesMagic::new),
                new MagicEntry("exit", LINE, "leaves the shell", false, ExitMagic::new),
                new MagicEntry(
                        "help", LINE, "tells how to get help, or what is known of a name", false, HelpMagic::new),
                new MagicEntry("imports", LINE, "lists the imports in force", false, ImportsMagic::new),
                new MagicEntry("lsmagic", LINE, "lists the magics", false, LsmagicMagic::new),
                new MagicEntry("px", CODE, "runs code on engines", false, PxMagic::new),
                new MagicEntry("quickref", LINE, "shows keys and forms on one page", false, QuickrefMagic::new),
                new MagicEntry("reset", LINE, "drops all declarations and values", true, ResetMagic::new),
                new MagicEntry("run", LINE, "runs a script in this session", true, RunMagic::new),
                new MagicEntry("time", CODE, "tells where the time of a piece of code goes", false, TimeMagic::new),
                new MagicEntry("who", LINE, "lists declared names", false, WhoMagic::new),
                new MagicEntry("whos", LINE, "shows variables with types, values and places", false, WhosMagic::new)));
    }
}
