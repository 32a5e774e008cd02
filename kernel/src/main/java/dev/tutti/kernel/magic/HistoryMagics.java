package dev.tutti.kernel.magic;

import static dev.tutti.kernel.magic.MagicEntry.Form.LINE;

import java.util.List;

/** The magics around the cells that were submitted. */
final class HistoryMagics {

    private HistoryMagics() {}

    static List<MagicEntry> entries() {
        return List.of(
                new MagicEntry("edit", LINE, "opens an editor and runs what it leaves", true, EditMagic::new),
                new MagicEntry("hist", LINE, "as %history", false, HistoryMagic::new),
                new MagicEntry("history", LINE, "lists earlier cells, or finds some", false, HistoryMagic::new),
                new MagicEntry("load", LINE, "a file or cells into the next prompt", false, LoadMagic::new),
                new MagicEntry("logoff", LINE, "interrupts the log", false, LogMagic.Off::new),
                new MagicEntry("logon", LINE, "goes on with the log", false, LogMagic.On::new),
                new MagicEntry("logstart", LINE, "begins a log of the cells", false, LogstartMagic::new),
                new MagicEntry("logstate", LINE, "tells where the log is", false, LogMagic.State::new),
                new MagicEntry("logstop", LINE, "ends the log", false, LogMagic.Stop::new),
                new MagicEntry("macro", LINE, "makes a magic of earlier cells", true, MacroMagic::new),
                new MagicEntry("notebook", LINE, "writes the session as a notebook", false, NotebookMagic::new),
                new MagicEntry("recall", LINE, "earlier cells into the next prompt", false, RecallMagic::new),
                new MagicEntry("rerun", LINE, "runs earlier cells again", true, RerunMagic::new),
                new MagicEntry("save", LINE, "writes cells to a file", false, SaveMagic::new));
    }

    /** A magic made of cells. */
    static MagicEntry macro(String name) {
        return new MagicEntry(name, LINE, "runs the macro " + name, true, () -> new MacroCall(name));
    }
}
