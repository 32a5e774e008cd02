package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;
import static dev.tutti.kernel.magic.MagicEntry.Form.RAW;
import static dev.tutti.kernel.magic.MagicEntry.Form.RAW_OR_CELL;

import java.util.List;

/** The magics around what is set, declared and kept, and those of the user's. */
public final class StateMagics {

    private StateMagics() {}

    /** A magic that runs Java of the user's. @param java a method or record */
    public static MagicEntry user(String name, String java) {
        return new MagicEntry(name, RAW_OR_CELL, "runs " + java, false, () -> new UserMagic(name, java));
    }

    /** What a magic is called that runs this, unless it is given a name. */
    public static String magicName(String java) {
        return MagicMagic.defaultName(java);
    }

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("autosave", LINE, "saves the session after every few cells", false, AutosaveMagic::new),
                new MagicEntry("checkpoint", LINE, "marks what is declared", false, CheckpointMagic::new),
                new MagicEntry("config", LINE, "lists what can be set, and sets it", true, ConfigMagic::new),
                new MagicEntry("magic", LINE, "makes a magic of your own Java", true, MagicMagic::new),
                new MagicEntry("on", RAW, "runs Java before or after each cell", true, OnMagic::new),
                new MagicEntry("rollback", LINE, "makes declared what was at a mark", true, RollbackMagic::new),
                new MagicEntry("session", LINE, "saves a session to a file, and back", true, SessionMagic::new),
                new MagicEntry("store", LINE, "keeps values for later sessions", true, StoreMagic::new),
                new MagicEntry("xdel", LINE, "drops declarations by name", true, XdelMagic::new));
    }
}
