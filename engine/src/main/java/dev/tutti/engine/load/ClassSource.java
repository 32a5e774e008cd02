package dev.tutti.engine.load;

import java.io.IOException;
import java.util.Optional;

/** Where class files come from that a session's loader does not have. */
@FunctionalInterface
public interface ClassSource {

    /**
     * The bytes of a class; blocks, on any thread, several at once.
     *
     * @param name the binary name
     * @return nothing if there is no such class
     * @throws IOException if that cannot be known
     */
    Optional<byte[]> fetch(String name) throws IOException;
}
