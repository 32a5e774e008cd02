package dev.tutti.kernel.fold;

/** What stands together when a step's outputs and results are shown; the names are ipyparallel's. */
public enum Grouping {
    /** All standard output, then all standard error, then all results. */
    TYPE,
    /** Everything of one engine, then everything of the next. */
    ENGINE,
    /** As by type, but line by line: the first lines of all engines, then the second. */
    ORDER
}
