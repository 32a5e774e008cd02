package dev.tutti.client;

/** What runs before and after cells: what {@code %on before CODE} becomes. */
public final class CellEvents {

    /** Code of the user's. */
    @FunctionalInterface
    public interface Code {
        void run() throws Exception;
    }

    private CellEvents() {}

    /** Runs it; an exception is told and does not concern the cell. */
    public static void run(String when, Code code) {
        try {
            code.run();
        } catch (Exception e) {
            System.err.println(
                    "What runs " + when + " each cell has failed: " + e + ". %on " + when + " --off ends it.");
        }
    }
}
