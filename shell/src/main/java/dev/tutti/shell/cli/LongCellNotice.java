package dev.tutti.shell.cli;

import dev.tutti.kernel.CellReport;
import dev.tutti.kernel.settings.KnownSettings;
import dev.tutti.kernel.settings.Settings;
import dev.tutti.shell.line.Tty;
import java.util.OptionalInt;

/** Calls a user back who looks elsewhere while a long cell runs. */
final class LongCellNotice {

    private static final int LONGEST = 60;

    private final Tty tty;
    private final Settings settings;

    LongCellNotice(Tty tty, Settings settings) {
        this.tty = tty;
        this.settings = settings;
    }

    /** A cell has ended; whoever has stopped it himself is there. */
    void ended(CellReport cell) {
        OptionalInt limit = settings.numberOf(KnownSettings.NOTIFY);
        boolean isLong = limit.isPresent() && cell.elapsed().toSeconds() >= limit.getAsInt();
        if (isLong && cell.status() != CellReport.Status.INTERRUPTED) {
            switch (settings.get(KnownSettings.NOTIFY_BY)) {
                case "osc9" -> tty.notify("9;", text(cell));
                case "osc777" -> tty.notify("777;notify;Tutti;", text(cell));
                default -> tty.bell();
            }
        }
    }

    private static String text(CellReport cell) {
        String first = cell.source().text().strip().lines().findFirst().orElse("");
        String how = cell.status() == CellReport.Status.OK ? " has ended after " : " has failed after ";
        return "Cell " + cell.number() + how + cell.elapsed().toSeconds() + " s: "
                + (first.length() <= LONGEST ? first : first.substring(0, LONGEST) + " …");
    }
}
