package dev.tutti.kernel.export;

import dev.tutti.kernel.export.TrialCompilation.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a Java class of cells: methods and types become members, variables static fields, since methods may use them, and
 * what runs stands in {@code main} in its order. Of what is declared again, the latest declaration counts. Values that a
 * shell would show are printed.
 *
 * <p>The class is compiled for nothing until it compiles: what does not becomes a comment with the reason, and with it in
 * the next round what needs it. One thread.
 */
public final class ClassExport {

    private final List<String> imports;
    private final List<Path> classPath;
    private final Map<String, String> types;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Part.Member> members = new LinkedHashMap<>();
    private final Map<String, Entry> memberEntries = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> ownImports = new LinkedHashSet<>();

    /**
     * @param imports those in force, without the word import
     * @param classPath what the cells may use
     * @param types of variables, by their names: for those that are declared with {@code var}
     */
    public ClassExport(List<String> imports, List<Path> classPath, Map<String, String> types) {
        this.imports = List.copyOf(imports);
        this.classPath = List.copyOf(classPath);
        this.types = Map.copyOf(types);
    }

    /**
     * Makes the class; once.
     *
     * @param name its simple name
     * @param cells their pieces in order
     * @throws ExportException if a cell declares something that the class must have for itself
     */
    public ExportedClass export(String name, List<List<Piece>> cells) throws ExportException {
        Objects.requireNonNull(name, "name");
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Piece piece : cells.get(cell)) {
                add(cell, piece);
            }
        }
        requireFree(name);
        List<String> code = cells.stream()
                .flatMap(List::stream)
                .filter(piece -> piece instanceof Piece.Java)
                .map(Piece::source)
                .toList();
        List<Entry> all = new ArrayList<>();
        imports(code).forEach(one -> all.add(new Entry(Entry.Place.IMPORT, 0, one, List.of("import " + one + ";"))));
        fields.forEach((field, type) ->
                all.add(new Entry(Entry.Place.FIELD, 0, field, List.of("static " + type + " " + field + ";"))));
        all.addAll(memberEntries.values());
        all.addAll(entries);
        return settled(name, all);
    }

    private void add(int cell, Piece piece) {
        switch (piece) {
            case Piece.Foreign(String source) -> entries.add(new Entry(Entry.Place.MAIN, cell, source, List.of()));
            case Piece.Java java -> {
                Optional<Part> part = PieceReader.read(java);
                if (part.isPresent()) {
                    add(cell, java, part.get());
                } else {
                    Entry entry = new Entry(Entry.Place.MAIN, cell, java.source(), List.of());
                    entry.weaken("this is not Java");
                    entries.add(entry);
                }
            }
        }
    }

    private void add(int cell, Piece.Java piece, Part part) {
        switch (part) {
            case Part.Import(String name) -> ownImports.add(name);
            case Part.Member member -> {
                members.put(member.key(), member);
                memberEntries.put(
                        member.key(), new Entry(Entry.Place.MEMBER, cell, piece.source(), List.of(member.text())));
            }
            case Part.Variables(String lead, List<Part.Variable> variables) -> {
                List<String> statements = new ArrayList<>();
                for (Part.Variable variable : variables) {
                    String text = declare(variable);
                    if (!text.isEmpty()) {
                        statements.add(text);
                    }
                }
                String text = lead + String.join("\n", statements);
                if (!text.isBlank()) {
                    entries.add(new Entry(Entry.Place.MAIN, cell, piece.source(), List.of(text)));
                }
            }
            case Part.Statement(List<String> attempts) ->
                entries.add(new Entry(Entry.Place.MAIN, cell, piece.source(), attempts));
        }
    }

    /** What gives the variable its value; empty if nothing does. */
    private String declare(Part.Variable variable) {
        boolean inferred = variable.type().equals("var");
        String type = inferred ? types.getOrDefault(variable.name(), "") : variable.type();
        if (type.isEmpty()) {
            return "var " + variable.name() + " = " + variable.value() + ";";
        }
        fields.put(variable.name(), type);
        return variable.value().isEmpty() ? "" : variable.name() + " = " + variable.value() + ";";
    }

    private void requireFree(String name) throws ExportException {
        for (Part.Member member : members.values()) {
            if (member.key().equals(name)) {
                throw new ExportException("A cell declares " + name
                        + " itself, so the class around it cannot have that name. Give the file another one.");
            }
            if (member.key().startsWith("main(")) {
                throw new ExportException("A cell declares a method main, which the class has for what runs. Leave that"
                        + " cell out, or give the method another name.");
            }
        }
    }

    private List<String> imports(List<String> code) {
        Set<String> all = new LinkedHashSet<>(imports);
        all.addAll(ownImports);
        Set<String> declared = new LinkedHashSet<>(fields.keySet());
        members.values().forEach(member -> declared.add(member.name()));
        List<String> words = new ArrayList<>(code);
        words.addAll(fields.values());
        return UsedImports.of(all, words, declared, classPath);
    }

    private ExportedClass settled(String name, List<Entry> all) throws ExportException {
        TrialCompilation trial = new TrialCompilation(classPath);
        ClassText text = ClassText.of(name, all);
        List<Problem> problems = trial.problems(name, text.text());
        while (!problems.isEmpty()) {
            Map<Entry, String> wrong = new LinkedHashMap<>();
            for (Problem problem : problems) {
                text.origin(problem.line()).ifPresent(entry -> wrong.putIfAbsent(entry, problem.message()));
            }
            wrong.keySet().removeIf(Entry::isLeftOut);
            if (wrong.isEmpty()) {
                throw new ExportException("These cells make no class that compiles: "
                        + problems.getFirst().message() + ". Save them as a script (.tutti) instead.");
            }
            wrong.forEach(Entry::weaken);
            text = ClassText.of(name, all);
            problems = trial.problems(name, text.text());
        }
        boolean alone =
                new TrialCompilation(List.of()).problems(name, text.text()).isEmpty();
        int leftOut = (int) all.stream().filter(Entry::isRefused).count();
        return new ExportedClass(text.text(), leftOut, alone);
    }
}
