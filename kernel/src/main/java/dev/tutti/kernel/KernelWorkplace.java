package dev.tutti.kernel;

import dev.tutti.client.CapturedOutput;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.magic.MagicAlias;
import dev.tutti.kernel.magic.MagicCatalog;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.ShellMagics;
import dev.tutti.kernel.magic.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The workplace as the magics of one cell see it. */
final class KernelWorkplace implements Workplace {

    private final Kernel.Parts parts;
    private final CellRunner runner;
    private final CellListener listener;

    KernelWorkplace(Kernel.Parts parts, CellRunner runner, CellListener listener) {
        this.parts = parts;
        this.runner = runner;
        this.listener = listener;
    }

    private WorkplaceState state() {
        return parts.session().workplace();
    }

    @Override
    public Path directory() {
        return state().directory();
    }

    @Override
    public Path resolve(String file) {
        String home = System.getProperty("user.home");
        String path = file.equals("~") || file.startsWith("~/") ? home + file.substring(1) : file;
        return directory().resolve(path).normalize();
    }

    @Override
    public List<Path> visited() {
        return state().visited();
    }

    @Override
    public void follow() throws MagicException {
        Optional<SessionVariable> result = runner.latestLocalResult();
        if (result.isPresent() && read(result.get()) instanceof String folder) {
            state().move(Path.of(folder));
        }
    }

    private Object read(SessionVariable variable) throws MagicException {
        Name name = new Name(variable.name(), Optional.of(variable.ref()), List.of());
        KernelTasks.Call get =
                new KernelTasks.Call(new TaskFunction.Get(name, Optional.empty()), List.of(EngineId.LOCAL), List.of());
        try {
            TaskResults results = parts.tasks().run(List.of(get), listener);
            Optional<Parcel> value = results.value(0, EngineId.LOCAL);
            return value.isEmpty() ? "" : parts.tasks().codec().decode(value.get());
        } catch (UnsendableException e) {
            throw new MagicException("The folder cannot be read from the local engine: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    @Override
    public SortedMap<String, Path> bookmarks() {
        SortedMap<String, Path> folders = new TreeMap<>();
        state().bookmarks().all().forEach((name, folder) -> folders.put(name, Path.of(folder)));
        return folders;
    }

    @Override
    public void bookmark(String name, Optional<Path> folder) throws MagicException {
        try {
            if (folder.isPresent()) {
                state().bookmarks().put(name, folder.get().toString());
            } else {
                state().bookmarks().remove(name);
            }
        } catch (IOException e) {
            throw unkept("bookmark " + name, e);
        }
    }

    private MagicException unkept(String what, IOException e) {
        return new MagicException("The " + what + " holds for this session only: the folder "
                + parts.config().profile().data() + " cannot be written (" + e.getMessage() + ").");
    }

    @Override
    public void beginCapture(boolean out, boolean err) {
        runner.listener().begin(out, err);
    }

    @Override
    public void endCapture(String name) throws MagicException {
        Optional<CapturedOutput> kept = runner.listener().end();
        if (kept.isPresent() && !name.isEmpty()) {
            CapturedOutput output = kept.get();
            new KernelValues(parts, runner, listener)
                    .give(name, List.of(output.stdout(), output.stderr(), output.results()));
        }
    }

    @Override
    public SortedMap<String, String> aliases() {
        return Collections.unmodifiableSortedMap(state().aliases().all());
    }

    @Override
    public void alias(String name, String command) throws MagicException {
        MagicCatalog magics = parts.session().magics();
        if (aliases().containsKey(name)) {
            magics.remove(name);
        }
        if (!magics.add(ShellMagics.alias(name, command))) {
            throw new MagicException("There is a magic %" + name + " already. Choose another name.");
        }
        try {
            state().aliases().put(name, command);
        } catch (IOException e) {
            throw unkept("alias " + name, e);
        }
    }

    @Override
    public SortedMap<String, MagicAlias> magicAliases() {
        SortedMap<String, MagicAlias> aliases = new TreeMap<>();
        state().magicAliases().all().forEach((name, text) -> aliases.put(name, MagicAlias.of(text)));
        return aliases;
    }

    @Override
    public void aliasMagic(String name, MagicAlias alias) throws MagicException {
        MagicCatalog magics = parts.session().magics();
        if (magicAliases().containsKey(name) && !name.equals(alias.magic())) {
            magics.remove(name);
        }
        if (!magics.add(name, alias)) {
            throw new MagicException("There is a magic %" + name + " already. Choose another name.");
        }
        try {
            state().magicAliases().put(name, alias.text());
        } catch (IOException e) {
            throw unkept("name " + name, e);
        }
    }

    @Override
    public void unaliasMagic(String name) throws MagicException {
        if (!magicAliases().containsKey(name)) {
            throw new MagicException(
                    "There is no further name '" + name + "' of a magic. %alias_magic lists what there is.");
        }
        parts.session().magics().remove(name);
        try {
            state().magicAliases().remove(name);
        } catch (IOException e) {
            throw unkept("end of the name " + name, e);
        }
    }

    @Override
    public void unalias(String name) throws MagicException {
        if (!aliases().containsKey(name)) {
            throw new MagicException("There is no alias '" + name + "'. %alias lists what there is.");
        }
        parts.session().magics().remove(name);
        try {
            state().aliases().remove(name);
        } catch (IOException e) {
            throw unkept("end of the alias " + name, e);
        }
    }
}
