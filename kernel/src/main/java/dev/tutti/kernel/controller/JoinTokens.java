package dev.tutti.kernel.controller;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Secrets that nobody guesses, one for each process that is launched. Taken from the kernel where it gives them as a file:
 * the JDK's provider architecture takes 20 ms to do the same for the first time.
 */
final class JoinTokens {

    private static final Path KERNEL_RANDOM = Path.of("/dev/urandom");
    private static final int BYTES = 16;

    private JoinTokens() {}

    static String next() {
        return HexFormat.of().formatHex(bytes());
    }

    private static byte[] bytes() {
        try (InputStream random = Files.newInputStream(KERNEL_RANDOM)) {
            byte[] bytes = random.readNBytes(BYTES);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IOException _) {
            // another kernel
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
