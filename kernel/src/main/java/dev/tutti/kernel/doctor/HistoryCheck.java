package dev.tutti.kernel.doctor;

import dev.tutti.kernel.history.HistoryException;
import dev.tutti.kernel.history.HistoryFacts;
import java.nio.file.Path;

/** The database of earlier cells. */
public final class HistoryCheck {

    private static final String SUBJECT = "history";

    private HistoryCheck() {}

    /** @param file it need not exist */
    public static Finding of(Path file) {
        try {
            HistoryFacts facts = HistoryFacts.read(file);
            if (!facts.setAside().isEmpty()) {
                return new Finding.Problem(
                        SUBJECT,
                        "A damaged history was set aside: " + facts.setAside().getLast() + ".",
                        "Its cells may be had back with sqlite3 and .recover; delete it if they are not wanted.");
            }
            return new Finding.Good(
                    SUBJECT,
                    facts.version() == 0
                            ? "none yet in " + file
                            : facts.cells() + " cells in " + (facts.bytes() >> 10) + " KB, tables of version "
                                    + facts.version() + ", " + file);
        } catch (HistoryException e) {
            return new Finding.Problem(
                    SUBJECT, e.getMessage(), "Tutti works without it; move the file away to begin a new one.");
        }
    }
}
