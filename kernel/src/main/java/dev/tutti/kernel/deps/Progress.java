package dev.tutti.kernel.deps;

/** Hears of transfers; any thread. */
@FunctionalInterface
public interface Progress {

    /**
     * Something moves.
     *
     * @param file the name of what is fetched
     * @param from the repository
     * @param bytes how much has come
     * @param ofBytes how much there is; less than 0 if that is unknown
     */
    void moved(String file, String from, long bytes, long ofBytes);
}
