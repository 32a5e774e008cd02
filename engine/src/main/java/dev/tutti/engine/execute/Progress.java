package dev.tutti.engine.execute;

/** Hears how far the code is that runs. Any thread. */
@FunctionalInterface
interface Progress {

    /** Of cells, and of what runs on after its end. A class, because a lambda would cost each engine's start. */
    Progress UNHEARD = new Unheard();

    /** @param total 0 if unknown */
    void tell(long done, long total, String note);

    /** Tells nobody. */
    final class Unheard implements Progress {
        @Override
        public void tell(long done, long total, String note) {
            // The cell's output says what it has to say.
        }
    }
}
