package dev.tutti.kernel.view;

/** When output of cells is shown. */
public enum StreamMode {
    /** As it comes. */
    LIVE,
    /** That of local as it comes, that of engines when the step ends: in a fixed order, folded. */
    LOCAL_LIVE,
    /** All when the step ends. */
    AT_END
}
