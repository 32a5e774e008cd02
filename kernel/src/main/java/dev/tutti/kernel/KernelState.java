package dev.tutti.kernel;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.kernel.compile.CompiledCell;
import dev.tutti.kernel.compile.Declaration;
import dev.tutti.kernel.compile.SessionVariable;
import dev.tutti.kernel.magic.MagicContext;
import dev.tutti.kernel.magic.MagicException;
import dev.tutti.kernel.magic.SessionState;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the session has declared, as the magics of one cell see it. */
final class KernelState implements SessionState {

    /** Values that take more bytes are left out. */
    private static final long LARGEST = 64 << 20;

    private static final String HEAD =
            "// A session of Tutti: %session load brings back declarations and values, tutti FILE"
                    + " runs the declarations.";

    /** The declarations are one cell, in which they may refer to each other. */
    private static final String CELL = "// %%";

    private final Kernel.Parts parts;
    private final MagicContext context;
    private final KernelValues values;

    KernelState(Kernel.Parts parts, MagicContext context, KernelValues values) {
        this.parts = parts;
        this.context = context;
        this.values = values;
    }

    @Override
    public List<String> drop(Predicate<Declaration> which) throws MagicException {
        List<String> names = context.declarations().stream()
                .filter(which)
                .map(Declaration::name)
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return names;
        }
        CompiledCell cell = parts.session()
                .compiler()
                .await()
                .drop(which)
                .orElseThrow(() -> new MagicException("These cannot be dropped by themselves: "
                        + String.join(", ", names) + ". %reset drops everything."));
        List<ClassFile> files = new ArrayList<>();
        cell.steps().forEach(step -> {
            files.addAll(step.classes());
            files.addAll(step.redefinitions());
        });
        if (!files.isEmpty()) {
            parts.tell(
                    parts.engines().live(),
                    new Message.Redefine(parts.session().compiler().session(), files));
        }
        parts.forget(cell.dropped());
        return names;
    }

    @Override
    public void checkpoint(String name) {
        parts.session().checkpoints().put(name, context.declarations());
    }

    @Override
    public List<String> checkpoints() {
        return List.copyOf(parts.session().checkpoints().keySet());
    }

    @Override
    public void rollback(String name) throws MagicException {
        List<Declaration> wanted = parts.session().checkpoints().get(name);
        if (wanted == null) {
            throw new MagicException("There is no checkpoint '" + name + "'. %checkpoint lists them.");
        }
        drop(now -> wanted.stream().noneMatch(then -> isSame(then, now)));
        List<Declaration> missing = wanted.stream()
                .filter(then -> context.declarations().stream().noneMatch(now -> isSame(then, now)))
                .toList();
        declare(missing);
        for (Declaration variable : missing) {
            if (variable.kind() == Declaration.Kind.VARIABLE) {
                parts.session().compiler().await().declare(variable.name(), type(variable));
            }
        }
    }

    /** A variable is the same by name and type; anything else by its source. */
    private static boolean isSame(Declaration one, Declaration other) {
        return one.kind() == other.kind()
                && one.signature().equals(other.signature())
                && (one.kind() == Declaration.Kind.VARIABLE || one.source().equals(other.source()));
    }

    private static String type(Declaration variable) {
        String signature = variable.signature();
        return signature.substring(0, signature.length() - variable.name().length() - 1);
    }

    /** Declares all but variables, as one cell, in which they may refer to each other. */
    private void declare(List<Declaration> declarations) throws MagicException {
        String java = java(declarations);
        if (!java.isEmpty()) {
            context.runCell(java);
        }
    }

    private static String java(List<Declaration> declarations) {
        return declarations.stream()
                .filter(declaration -> declaration.kind() != Declaration.Kind.VARIABLE)
                .map(KernelState::java)
                .collect(Collectors.joining("\n"));
    }

    /** An import may have been typed without the semicolon that it needs before another declaration. */
    private static String java(Declaration declaration) {
        return declaration.kind() == Declaration.Kind.IMPORT
                ? "import " + declaration.name() + ";"
                : declaration.source().strip();
    }

    @Override
    public int save(Path file) throws MagicException {
        List<SessionVariable> variables = context.variables().stream()
                .filter(variable -> context.definedAt(variable).contains(EngineId.LOCAL))
                .toList();
        List<String> lines = new ArrayList<>(List.of(HEAD));
        lines.addAll(ScriptDirectives.of(context.libraries().wishes()));
        lines.addAll(List.of(CELL, java(context.declarations()), CELL));
        List<String> left = new ArrayList<>();
        int kept = 0;
        for (Optional<SavedValue> value : values(variables, left)) {
            if (value.isPresent()) {
                lines.add(value.get().line());
                kept++;
            }
        }
        write(file, lines);
        if (!left.isEmpty()) {
            context.note("Without a value that could be kept: " + String.join(", ", left) + ".");
        }
        return kept;
    }

    private List<Optional<SavedValue>> values(List<SessionVariable> variables, List<String> left)
            throws MagicException {
        List<Optional<SavedValue>> saved = new ArrayList<>();
        List<Optional<Parcel>> parcels = values.readHere(variables);
        try {
            for (int i = 0; i < variables.size(); i++) {
                SessionVariable variable = variables.get(i);
                Optional<SavedValue> value = parcels.get(i).flatMap(parcel -> value(variable, parcel));
                if (value.isEmpty()) {
                    left.add(variable.name());
                }
                saved.add(value);
            }
        } finally {
            values.releaseAll(parcels.stream().flatMap(Optional::stream).toList());
        }
        return saved;
    }

    private Optional<SavedValue> value(SessionVariable variable, Parcel parcel) {
        boolean elsewhere = parcel.codec() == Codec.REFERENCE || parcel.codec() == Codec.LAMBDA;
        if (elsewhere || namesSessionType(variable.type()) || parcel.size() > LARGEST) {
            return Optional.empty();
        }
        return switch (parcel) {
            case Parcel.Inline inline -> Optional.of(new SavedValue(variable.name(), variable.type(), inline));
            case Parcel.Spooled(var codec, var file, _) -> {
                try {
                    byte[] bytes = Files.readAllBytes(
                            Path.of(parts.controller().spool()).resolve(file));
                    yield Optional.of(
                            new SavedValue(variable.name(), variable.type(), new Parcel.Inline(codec, bytes)));
                } catch (IOException e) {
                    yield Optional.empty();
                }
            }
        };
    }

    /** Such values are of classes that another session has not. */
    private boolean namesSessionType(String type) {
        return context.declarations().stream()
                .filter(declaration -> declaration.kind() == Declaration.Kind.TYPE)
                .anyMatch(declaration -> Pattern.compile("\\b" + Pattern.quote(declaration.name()) + "\\b")
                        .matcher(type)
                        .find());
    }

    private static void write(Path file, List<String> lines) throws MagicException {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new MagicException("The file " + file + " cannot be written: " + reason(file, e));
        }
    }

    private static String reason(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _
            when file.getParent() != null && !Files.isDirectory(file.getParent()) ->
                "there is no folder " + file.getParent() + ".";
            case NoSuchFileException _ -> "there is no such file.";
            case AccessDeniedException _ -> "you have no permission to.";
            default -> Files.isDirectory(file) ? "it is a folder." : e.getMessage() + ".";
        };
    }

    @Override
    public void load(Path file) throws MagicException {
        List<SavedValue> values = read(file);
        context.runFile(file);
        put(values);
    }

    private static List<SavedValue> read(Path file) throws MagicException {
        try {
            return SavedValue.read(file);
        } catch (IOException e) {
            throw new MagicException("The file " + file + " cannot be read: " + reason(file, e));
        }
    }

    private void put(List<SavedValue> saved) throws MagicException {
        for (SavedValue value : saved) {
            drop(now -> now.kind() == Declaration.Kind.VARIABLE
                    && now.name().equals(value.name())
                    && !type(now).equals(value.type()));
            values.putHere(value.name(), value.type(), value.value());
        }
    }

    @Override
    public void store(String variable, Path file) throws MagicException {
        SessionVariable declared = parts.session()
                .compiler()
                .await()
                .variable(variable)
                .orElseThrow(() -> new MagicException(variable + " is not declared. %who lists what is."));
        if (!context.definedAt(declared).contains(EngineId.LOCAL)) {
            throw new MagicException(variable + " has no value at local that could be kept. %pull " + variable
                    + " brings one from engines.");
        }
        Optional<SavedValue> value =
                values(List.of(declared), new ArrayList<>()).getFirst();
        if (value.isEmpty()) {
            throw new MagicException("The value of " + variable + ", a " + declared.type()
                    + ", cannot be kept: it is of a class that is declared here, is tied to this process, or is larger"
                    + " than 64 MB. Keep its parts instead.");
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new MagicException("The folder " + file.getParent() + " cannot be made: " + e.getMessage() + ".");
        }
        write(file, List.of(value.get().line()));
    }

    @Override
    public void restore(Path file) throws MagicException {
        put(read(file));
    }
}
