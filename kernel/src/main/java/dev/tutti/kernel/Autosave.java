package dev.tutti.kernel;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.settings.KnownSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalInt;

/** Saves the session after every so many cells, as the user has set. Used on the thread that runs cells. */
final class Autosave {

    private final Kernel.Parts parts;
    private final MagicContext context;

    Autosave(Kernel.Parts parts, MagicContext context) {
        this.parts = parts;
        this.context = context;
    }

    /** A cell has ended. */
    void ended(CellNumber cell) {
        OptionalInt every = parts.config().profile().settings().numberOf(KnownSettings.AUTOSAVE);
        boolean due = every.isPresent() && cell.value() % every.getAsInt() == 0;
        if (!due || parts.session().exitCode().isPresent()) {
            return;
        }
        Path file = parts.config().profile().data().resolve("autosave.tutti");
        Path next = file.resolveSibling("autosave.new");
        try {
            Files.createDirectories(file.getParent());
            context.state().save(next);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MagicException e) {
            context.note("The session could not be saved to " + file + ": " + e.getMessage());
        }
    }
}
