package dev.tutti.kernel;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.StreamKind;

/** Is told what happens outside of cells; on a thread of the kernel's, must not block. */
public interface BackgroundListener {

    /** Threads that outlived their cell, or native code, wrote text. */
    void output(EngineId engine, StreamKind kind, String text);

    /** Something the user should know: an engine is gone. */
    void note(String sentence);
}
