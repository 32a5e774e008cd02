package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;
import java.util.stream.Stream;

/** The magics that come with Tutti. */
public final class BuiltInMagics {

    private BuiltInMagics() {}

    /** The magics of {@code %px} and its relatives under names with a suffix. */
    public static List<MagicEntry> family(String suffix) {
        return List.of(
                new MagicEntry(
                        "autopx" + suffix,
                        LINE,
                        "makes plain cells run as %px" + suffix + ", and back",
                        true,
                        () -> new AutopxMagic(suffix)),
                new MagicEntry(
                        "px" + suffix, CODE, "runs code on the engines of its own", false, () -> new PxMagic(suffix)),
                new MagicEntry(
                        "pxconfig" + suffix,
                        LINE,
                        "sets options for all %px" + suffix,
                        true,
                        () -> new PxconfigMagic(suffix)),
                new MagicEntry(
                        "pxresult" + suffix,
                        LINE,
                        "shows what came of %px" + suffix + " -a",
                        true,
                        () -> new PxresultMagic(suffix)));
    }

    /** All of them: each theme lists its own. */
    public static MagicCatalog catalog() {
        return new MagicCatalog(Stream.of(
                        session(),
                        ShellMagics.entries(),
                        StateMagics.entries(),
                        HistoryMagics.entries(),
                        LibraryMagics.entries(),
                        MeasuringMagics.entries(),
                        ValueMagics.entries(),
                        ErrorMagics.entries(),
                        parallel())
                .flatMap(List::stream)
                .toList());
    }

    /** What concerns the session and the shell. */
    private static List<MagicEntry> session() {
        return List.of(
                new MagicEntry(
                        "doctor", LINE, "looks for what is wrong with the installation", false, DoctorMagic::new),
                new MagicEntry("exit", LINE, "leaves the shell", false, ExitMagic::new),
                new MagicEntry(
                        "help", LINE, "tells how to get help, or what is known of a name", false, HelpMagic::new),
                new MagicEntry("imports", LINE, "lists the imports in force", false, ImportsMagic::new),
                new MagicEntry("lsmagic", LINE, "lists the magics", false, LsmagicMagic::new),
                new MagicEntry("quickref", LINE, "shows keys and forms on one page", false, QuickrefMagic::new),
                new MagicEntry("reset", LINE, "drops all declarations and values", true, ResetMagic::new),
                new MagicEntry("run", LINE, "runs a script in this session", true, RunMagic::new),
                new MagicEntry("who", LINE, "lists declared names", false, WhoMagic::new),
                new MagicEntry("whos", LINE, "shows variables with types, values and places", false, WhosMagic::new));
    }

    /** What concerns engines and tasks. */
    private static List<MagicEntry> parallel() {
        return List.of(
                new MagicEntry("abort", LINE, "cancels tasks that wait, or all", false, AbortMagic::new),
                new MagicEntry("autopx", LINE, "makes plain cells run on engines, and back", true, AutopxMagic::new),
                new MagicEntry(
                        "captures", CODE, "shows what a function would carry to engines", false, CapturesMagic::new),
                new MagicEntry("copy", LINE, "copies files to engines, and back", false, CopyMagic::new),
                new MagicEntry("engines", LINE, "shows the engines, starts and ends some", true, EnginesMagic::new),
                new MagicEntry("gather", LINE, "blocks at engines to one value here", true, GatherMagic::new),
                new MagicEntry("pull", LINE, "values of variables from engines to here", true, PullMagic::new),
                new MagicEntry("push", LINE, "values of variables from here to engines", true, PushMagic::new),
                new MagicEntry("px", CODE, "runs code on engines", false, PxMagic::new),
                new MagicEntry("pxactivate", LINE, "makes a %px with options of its own", true, PxactivateMagic::new),
                new MagicEntry("pxconfig", LINE, "sets options for all %px", true, PxconfigMagic::new),
                new MagicEntry("pxresult", LINE, "shows what came of %px -a", true, PxresultMagic::new),
                new MagicEntry("queue", LINE, "shows what tasks engines have to do", false, QueueMagic::new),
                new MagicEntry("scatter", LINE, "a value here to blocks at engines", true, ScatterMagic::new),
                new MagicEntry("stats", LINE, "shows what tasks engines have done", false, StatsMagic::new));
    }
}
