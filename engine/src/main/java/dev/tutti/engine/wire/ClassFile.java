package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * A class as the JVM takes it. The array is shared, not copied: whoever makes one gives the bytes away.
 *
 * @param name the binary name, with dots ({@code REPL.$JShell$4$P})
 * @param bytes the class file
 */
public record ClassFile(String name, byte[] bytes) {

    public ClassFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
    }
}
