package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** The magics around what is set, declared and kept. */
final class StateMagics {

    private StateMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("autosave", LINE, "saves the session after every few cells", false, AutosaveMagic::new),
                new MagicEntry("checkpoint", LINE, "marks what is declared", false, CheckpointMagic::new),
                new MagicEntry("config", LINE, "lists what can be set, and sets it", true, ConfigMagic::new),
                new MagicEntry("rollback", LINE, "makes declared what was at a mark", true, RollbackMagic::new),
                new MagicEntry("session", LINE, "saves a session to a file, and back", true, SessionMagic::new),
                new MagicEntry("store", LINE, "keeps values for later sessions", true, StoreMagic::new),
                new MagicEntry("xdel", LINE, "drops declarations by name", true, XdelMagic::new));
    }
}
