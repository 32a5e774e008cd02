package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.CELL_CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.CELL_TEXT;
import static dev.tutti.kernel.magic.MagicEntry.Form.CODE;
import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;
import static dev.tutti.kernel.magic.MagicEntry.Form.RAW;

import java.util.List;

/** The magics around the system's shell, files and programs. */
public final class ShellMagics {

    private ShellMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("alias", RAW, "makes a magic of a system command", true, AliasMagic::new),
                new MagicEntry("alias_magic", RAW, "gives a magic a further name", true, AliasMagicMagic::new),
                script("bash"),
                new MagicEntry("bg", CODE, "runs code beside the cells", false, BgMagic::new),
                new MagicEntry("bookmark", LINE, "keeps folders under names", false, BookmarkMagic::new),
                new MagicEntry("capture", CELL_CODE, "keeps what a cell prints", true, CaptureMagic::new),
                alias("cat", "cat"),
                new MagicEntry("cd", RAW, "makes commands run in another folder", false, CdMagic::new),
                alias("cp", "cp"),
                new MagicEntry("dhist", LINE, "lists the folders where commands ran", false, DhistMagic::new),
                new MagicEntry("dirs", LINE, "lists the folders that %pushd left", false, DirsMagic::new),
                new MagicEntry("env", RAW, "shows and sets variables of the environment", false, EnvMagic::new),
                new MagicEntry("jobs", LINE, "lists the background jobs", false, JobsMagic::new),
                alias("ll", "ls -lF"),
                alias("ls", "ls -F"),
                alias("mkdir", "mkdir"),
                alias("mv", "mv"),
                script("perl"),
                new MagicEntry("popd", RAW, "goes back to where %pushd left", false, PopdMagic::new),
                new MagicEntry("pushd", RAW, "leaves a folder to come back to it", false, PushdMagic::new),
                new MagicEntry("pwd", LINE, "tells where commands run", false, PwdMagic::new),
                script("python3"),
                alias("rm", "rm"),
                alias("rmdir", "rmdir"),
                script("ruby"),
                new MagicEntry("script", CELL_TEXT, "runs a text by another program", true, ScriptMagic::new),
                script("sh"),
                new MagicEntry("sx", RAW, "gives the lines that a command writes", false, () -> new SxMagic("sx")),
                new MagicEntry(
                        "system", RAW, "gives the lines that a command writes", false, () -> new SxMagic("system")),
                new MagicEntry("unalias", LINE, "forgets a magic made by %alias", true, UnaliasMagic::new),
                new MagicEntry("writefile", CELL_TEXT, "writes the lines below to a file", false, WritefileMagic::new));
    }

    private static MagicEntry script(String program) {
        return new MagicEntry(
                program, CELL_TEXT, "runs the lines below by " + program, true, () -> new ScriptMagic(program));
    }

    /** A magic that runs a command. */
    public static MagicEntry alias(String name, String command) {
        return new MagicEntry(name, RAW, "runs !" + command, false, () -> new AliasedMagic(name, command));
    }
}
