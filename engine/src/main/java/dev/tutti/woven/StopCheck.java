package dev.tutti.woven;

/**
 * The stop check of SEMANTICS 6: woven class files call {@link #check} at method entry and before each backward branch.
 * Each session's loader defines this class anew, so that a stop concerns that session alone.
 */
public final class StopCheck {

    private StopCheck() {}

    public static void check() {
        throw new UnsupportedOperationException("not yet");
    }
}
