package dev.tutti.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/** {@code %quickref}: keys and forms on one page. */
@Command(name = "quickref", description = "Shows keys and forms on one page.")
final class QuickrefMagic implements Magic.Action {

    @Override
    public void run(MagicContext context) {
        try (InputStream page = QuickrefMagic.class.getResourceAsStream("quickref.txt")) {
            context.print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The quick reference cannot be read from the kernel's jar", e);
        }
    }
}
