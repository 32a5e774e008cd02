package dev.tutti.kernel;

import dev.tutti.engine.wire.Message;
import dev.tutti.kernel.compile.ClassFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code %autoreload}: takes over class files that were compiled anew in folders of the class path. Objects and variables
 * stay where a class has kept its shape. The thread that runs cells.
 */
final class Reloading {

    private Optional<ClassFolders> folders = Optional.empty();

    boolean isOn() {
        return folders.isPresent();
    }

    /** Looks from now on; what is there now counts as loaded. */
    void on(List<Path> classPath) {
        if (folders.isEmpty()) {
            ClassFolders fresh = new ClassFolders();
            fresh.look(classPath);
            folders = Optional.of(fresh);
        }
    }

    void off() {
        folders = Optional.empty();
    }

    /** Takes over what has changed, before a cell is compiled. */
    void beforeCell(Kernel.Parts parts, CellListener listener) {
        folders.map(seen -> seen.look(parts.session().compiler().classPath()))
                .filter(changes -> !changes.isEmpty())
                .ifPresent(changes -> take(changes, parts, listener));
    }

    private static void take(ClassFolders.Changes changes, Kernel.Parts parts, CellListener listener) {
        parts.session().compiler().await().classFilesChanged();
        if (!changes.redefined().isEmpty()) {
            parts.ask(
                            parts.engines().live(),
                            new Message.Redefine(parts.session().compiler().session(), changes.redefined()))
                    .forEach((engine, reply) -> {
                        if (reply instanceof Message.Failure(var reason)) {
                            listener.note("[" + engine + "] " + reason);
                        }
                    });
            listener.note("Reloaded: "
                    + names(changes.redefined().stream()
                            .map(file -> file.name())
                            .toList()) + ".");
        }
        if (!changes.reshaped().isEmpty()) {
            listener.note(names(changes.reshaped())
                    + " got or lost fields, methods or supertypes: where it was used already, the old one stays in"
                    + " use. %reset takes the new one everywhere, and drops all values.");
        }
    }

    private static String names(List<String> classes) {
        return String.join(", ", classes);
    }
}
