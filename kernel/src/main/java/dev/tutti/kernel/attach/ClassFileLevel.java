package dev.tutti.kernel.attach;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** For which class file version a jar was compiled. */
final class ClassFileLevel {

    /** One that every engine's jar has. */
    private static final String SAMPLE = "dev/tutti/engine/AttachAgent.class";

    private ClassFileLevel() {}

    /** The major version of the engine's classes: 69 is Java 25. */
    static int of(Path engineJar) throws AttachException {
        try (JarFile jar = new JarFile(engineJar.toFile());
                DataInputStream in = new DataInputStream(jar.getInputStream(jar.getJarEntry(SAMPLE)))) {
            in.readInt(); // the magic number
            in.readUnsignedShort(); // the minor version
            return in.readUnsignedShort();
        } catch (IOException e) {
            throw new AttachException("The engine's jar " + engineJar + " cannot be read: " + e.getMessage());
        }
    }
}
