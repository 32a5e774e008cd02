package dev.tutti.kernel.magic;

import dev.tutti.engine.target.TargetSpec;
import dev.tutti.kernel.cell.Step;
import dev.tutti.kernel.compile.Candidate;
import dev.tutti.kernel.compile.Completions;
import dev.tutti.kernel.deps.LocalRepository;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completes what stands between the percent sign and the code: names, options, targets, files, fixed words. */
public final class MagicCompletion {

    private static final Pattern NAME = Pattern.compile("(?:^|\\n)[ \\t]*(%{1,2}\\w*)$");
    private static final int MOST_FILES = 200;

    private MagicCompletion() {}

    /**
     * What may stand at the cursor, if it stands in the part of a magic that is no code.
     *
     * @param engines the numbers of the live engines
     * @param steps the cell cut into steps, empty if it cannot be cut yet
     */
    public static Optional<Completions> complete(
            MagicCatalog magics, List<String> engines, String cell, int cursor, List<Step> steps) {
        Matcher name = NAME.matcher(cell.substring(0, cursor));
        if (name.find()) {
            return Optional.of(names(magics, name.group(1), name.start(1)));
        }
        for (Step step : steps) {
            if (step instanceof Step.Magic magic
                    && magic.argumentsStart() <= cursor
                    && cursor <= magic.argumentsStart() + magic.arguments().length()) {
                return magics.find(magic.name()).flatMap(entry -> arguments(entry, engines, magic, cursor));
            }
        }
        return Optional.empty();
    }

    private static Completions names(MagicCatalog magics, String typed, int start) {
        boolean cellMagic = typed.startsWith("%%");
        List<Candidate> candidates = magics.all().stream()
                .filter(entry -> !cellMagic || entry.form() == MagicEntry.Form.CODE)
                .map(entry -> new Candidate(
                        (cellMagic ? "%%" : "%") + entry.name(), Candidate.Kind.MAGIC, entry.summary(), false))
                .filter(candidate -> candidate.text().startsWith(typed))
                .toList();
        return new Completions(start, candidates, false);
    }

    /** Where the code begins in the arguments of a call; their length if there is none. */
    public static int codeStart(MagicCatalog magics, Step.Magic magic) {
        return magics.find(magic.name())
                .filter(entry -> entry.form() == MagicEntry.Form.CODE)
                .map(entry -> MagicCall.codeStart(entry, magic.arguments()))
                .orElse(magic.arguments().length());
    }

    private static Optional<Completions> arguments(
            MagicEntry entry, List<String> engines, Step.Magic magic, int cursor) {
        int position = cursor - magic.argumentsStart();
        boolean code = entry.form() == MagicEntry.Form.CODE;
        List<ArgumentWords.Word> before = ArgumentWords.of(magic.arguments().substring(0, position));
        boolean inWord = !before.isEmpty() && before.getLast().end() == position;
        String typed = inWord ? before.getLast().text() : "";
        int anchor =
                cursor - (inWord ? before.getLast().end() - before.getLast().start() : 0);
        List<ArgumentWords.Word> finished = inWord ? before.subList(0, before.size() - 1) : before;
        CommandSpec spec = MagicCall.spec(entry);
        if (typed.startsWith("-")) {
            boolean reached = code && MagicCall.codeStart(entry, magic.arguments()) < position - typed.length();
            return reached ? Optional.empty() : Optional.of(options(spec, typed, anchor));
        }
        Optional<ArgSpec> wanted = finished.isEmpty()
                ? Optional.empty()
                : Optional.<ArgSpec>ofNullable(
                                spec.findOption(finished.getLast().text()))
                        .filter(option -> option.arity().min() > 0);
        if (wanted.isPresent()) {
            return Optional.of(values(wanted.get(), engines, typed, anchor));
        }
        if (code) {
            return Optional.empty();
        }
        int index = (int)
                finished.stream().filter(word -> !word.text().startsWith("-")).count();
        List<String> words = finished.stream().map(ArgumentWords.Word::text).toList();
        return Optional.of(spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(index))
                .filter(parameter ->
                        !(parameter.completionCandidates() instanceof EngineWords) || EngineWords.wanted(words))
                .findFirst()
                .map((PositionalParamSpec parameter) -> values(parameter, engines, typed, anchor))
                .orElseGet(() -> Completions.none(cursor)));
    }

    private static Completions options(CommandSpec spec, String typed, int anchor) {
        List<Candidate> candidates = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                if (name.startsWith(typed)) {
                    String description = option.description().length == 0 ? "" : option.description()[0];
                    candidates.add(new Candidate(name, Candidate.Kind.OPTION, description, false));
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::text));
        return new Completions(anchor, candidates, false);
    }

    private static Completions values(ArgSpec argument, List<String> engines, String typed, int anchor) {
        if (argument.type() == TargetSpec.class
                || argument.completionCandidates() instanceof TargetWords
                || argument.completionCandidates() instanceof EngineWords) {
            int comma = typed.lastIndexOf(',') + 1; // targets already named stay
            Stream<String> words = Stream.concat(Stream.of("all", "local"), engines.stream());
            return words(words, Candidate.Kind.TARGET, typed.substring(comma), anchor + comma);
        }
        if (argument.type() == Path.class) {
            return new Completions(anchor, files(typed), false);
        }
        if (argument.completionCandidates() instanceof DepsMagic.CoordinateWords) {
            return words(LocalRepository.ofUser().completions(typed).stream(), Candidate.Kind.LIBRARY, typed, anchor);
        }
        if (argument.completionCandidates() != null) {
            return words(
                    StreamSupport.stream(argument.completionCandidates().spliterator(), false),
                    Candidate.Kind.OPTION,
                    typed,
                    anchor);
        }
        return new Completions(anchor, List.of(), false);
    }

    private static Completions words(Stream<String> words, Candidate.Kind kind, String typed, int anchor) {
        return new Completions(
                anchor,
                words.filter(word -> word.startsWith(typed))
                        .map(word -> new Candidate(word, kind, "", false))
                        .toList(),
                false);
    }

    private static List<Candidate> files(String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        String prefix = typed.substring(slash + 1);
        List<Candidate> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(prefix) && (!name.startsWith(".") || prefix.startsWith("."))) {
                    boolean directory = Files.isDirectory(entry);
                    found.add(new Candidate(folder + name + (directory ? "/" : ""), Candidate.Kind.FILE, "", false));
                }
                if (found.size() == MOST_FILES) {
                    break;
                }
            }
        } catch (IOException | InvalidPathException e) {
            return List.of(); // a folder that cannot be read has nothing to offer
        }
        found.sort(Comparator.comparing(Candidate::text));
        return found;
    }
}
