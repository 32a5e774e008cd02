package dev.tutti.kernel.magic;

import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.Dependency;
import dev.tutti.kernel.deps.DependencyException;
import dev.tutti.kernel.deps.Repository;
import dev.tutti.kernel.deps.Resolution;
import dev.tutti.kernel.deps.Wishes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %deps}: libraries from Maven repositories. */
@Command(
        name = "deps",
        sortOptions = false,
        customSynopsis = {
            "%%deps add COORDINATES... [OPTIONS]",
            "%%deps list",
            "%%deps tree",
            "%%deps repo [REPOSITORY...]"
        },
        description = {
            "Fetches libraries with all that they need and puts them on the class path, here and at all engines.",
            "Nothing is lost: variables, results and declarations stay. The settings are Maven's (~/.m2/settings.xml)."
        })
final class DepsMagic implements Magic.Action {

    private static final int NAMED = 6;

    /** What can be done. */
    enum Verb {
        add,
        list,
        tree,
        repo
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "add, list, tree, repo")
    private Verb verb;

    @Parameters(
            index = "1..*",
            paramLabel = "ARGUMENT",
            completionCandidates = CoordinateWords.class,
            description = "add: group:artifact:version (no version: the newest), or a bill of materials with @pom;"
                    + " repo: id=url, a url, a folder, central, google, jitpack")
    private List<String> arguments = List.of();

    @Option(names = "--bom", paramLabel = "G:A:V", description = "add: a bill of materials whose versions rule")
    private List<String> boms = List.of();

    @Option(
            names = {"-x", "--exclude"},
            paramLabel = "G:A",
            description = "add: a module that is not to come along; * for any")
    private List<String> exclusions = List.of();

    @Option(
            names = {"-r", "--repo"},
            paramLabel = "REPO",
            description = "add: a repository to ask first")
    private List<String> repositories = List.of();

    @Option(
            names = {"-o", "--offline"},
            description = "add: takes only what is on this machine")
    private boolean offline;

    /** Marks arguments that completion offers coordinates for. */
    static final class CoordinateWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }
    }

    @Override
    public void run(MagicContext context) throws MagicException {
        switch (verb == null ? Verb.list : verb) {
            case add -> add(context);
            case list -> list(context);
            case tree -> tree(context);
            case repo -> repo(context);
        }
    }

    private void add(MagicContext context) throws MagicException {
        Wishes more = wishes();
        if (more.equals(Wishes.NONE)) {
            throw new MagicException("%deps add needs coordinates: %deps add org.apache.commons:commons-lang3:3.17.0");
        }
        Libraries.Addition addition = context.libraries().add(more, offline);
        List<Resolution.Artifact> added = addition.added();
        if (added.isEmpty() && addition.kept().isEmpty()) {
            context.print(
                    more.wanted().isEmpty()
                            ? "Noted for what is added next."
                            : "All of it is on the class path already.");
        } else if (!added.isEmpty() && added.size() <= NAMED) {
            context.print("Added " + names(added) + ".");
        } else if (!added.isEmpty()) {
            context.print("Added " + names(added.subList(0, NAMED - 1)) + " and " + (added.size() - NAMED + 1)
                    + " more. %deps tree shows who needs whom.");
        }
        for (Libraries.Kept kept : addition.kept()) {
            context.note(kept.module() + " stays at " + kept.version() + ", which may be in use; for " + kept.wanted()
                    + " start a new session.");
        }
        for (Resolution.Conflict conflict : context.libraries().resolution().conflicts()) {
            if (added.stream().anyMatch(one -> one.coordinates().module().equals(conflict.module()))) {
                context.note("Several versions of " + conflict.module() + " are wanted: " + conflict.chosen()
                        + " is taken, not " + String.join(", ", conflict.losers()) + " (%deps tree).");
            }
        }
        LibraryStart.take(jars(added), context);
    }

    private static List<Path> jars(List<Resolution.Artifact> artifacts) {
        return artifacts.stream().map(Resolution.Artifact::file).toList();
    }

    private Wishes wishes() throws MagicException {
        try {
            List<Coordinates> wanted = new ArrayList<>();
            List<Coordinates> rulers = new ArrayList<>();
            for (String argument : arguments) {
                Coordinates one = Coordinates.parse(argument);
                (one.isBom() ? rulers : wanted).add(one);
            }
            for (String bom : boms) {
                rulers.add(Coordinates.parse(bom.endsWith("@pom") ? bom : bom + "@pom"));
            }
            for (String exclusion : exclusions) {
                if (!exclusion.matches("[\\w.*-]+(:[\\w.*-]+)?")) {
                    throw new MagicException("'" + exclusion + "' is no module. -x takes group:artifact, or group:*.");
                }
            }
            return new Wishes(wanted, rulers, exclusions, parsed(repositories));
        } catch (DependencyException e) {
            throw new MagicException(e.getMessage());
        }
    }

    private static List<Repository> parsed(List<String> texts) throws DependencyException {
        List<Repository> parsed = new ArrayList<>();
        for (String text : texts) {
            parsed.add(Repository.parse(text));
        }
        return parsed;
    }

    private static String names(List<Resolution.Artifact> artifacts) {
        return artifacts.stream().map(one -> one.coordinates().toString()).collect(Collectors.joining(", "));
    }

    private static void list(MagicContext context) {
        List<Resolution.Artifact> files = context.libraries().resolution().files();
        if (files.isEmpty()) {
            context.print("No libraries have been added. %deps add group:artifact:version adds one.");
            return;
        }
        List<List<String>> rows = files.stream()
                .map(one ->
                        List.of(one.coordinates().toString(), size(one.file().toFile())))
                .toList();
        context.print(TextTable.of(List.of("artifact", "size"), rows, context.width()));
    }

    private static String size(File file) {
        long kilobytes = (file.length() + 1023) / 1024;
        return kilobytes < 10_000 ? kilobytes + " KB" : kilobytes / 1024 + " MB";
    }

    private static void tree(MagicContext context) {
        List<Dependency> roots = context.libraries().resolution().tree();
        if (roots.isEmpty()) {
            context.print("No libraries have been added. %deps add group:artifact:version adds one.");
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Dependency root : roots) {
            text.append(line(root)).append('\n');
            branches(root.needs(), "", text);
        }
        context.print(text.toString());
    }

    private static void branches(List<Dependency> nodes, String indent, StringBuilder text) {
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            text.append(indent)
                    .append(last ? "└─ " : "├─ ")
                    .append(line(nodes.get(i)))
                    .append('\n');
            branches(nodes.get(i).needs(), indent + (last ? "   " : "│  "), text);
        }
    }

    private static String line(Dependency node) {
        return node.coordinates() + (node.instead().isEmpty() ? "" : " (" + node.instead() + " is there)");
    }

    private void repo(MagicContext context) throws MagicException {
        if (!arguments.isEmpty()) {
            try {
                context.libraries().add(new Wishes(List.of(), List.of(), List.of(), parsed(arguments)), false);
            } catch (DependencyException e) {
                throw new MagicException(e.getMessage());
            }
        }
        List<List<String>> rows = context.libraries().repositories().stream()
                .map(one -> List.of(one.id(), one.url()))
                .toList();
        context.print(TextTable.of(List.of("repository", "address"), rows, context.width()));
    }
}
