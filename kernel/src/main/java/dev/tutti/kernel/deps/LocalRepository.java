package dev.tutti.kernel.deps;

import dev.tutti.kernel.cell.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Maven has on this machine, by names; looked up in its folders, without the resolver. */
public final class LocalRepository {

    private static final Pattern IN_SETTINGS = Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");
    private static final int NEAR = 4;
    private static final int MOST = 3;
    private static final int MOST_FOLDERS = 20_000;

    private final Path root;

    public LocalRepository(Path root) {
        this.root = root;
    }

    /** Where it is by the user's settings.xml, or by custom. */
    public static LocalRepository ofUser() {
        Path home = Path.of(System.getProperty("user.home"), ".m2");
        String named = System.getProperty("maven.repo.local", "");
        if (!named.isEmpty()) {
            return new LocalRepository(Path.of(named));
        }
        try {
            Matcher matcher = IN_SETTINGS.matcher(Files.readString(home.resolve("settings.xml")));
            if (matcher.find()) {
                String path = matcher.group(1).replace("${user.home}", System.getProperty("user.home"));
                return new LocalRepository(Path.of(path));
            }
        } catch (IOException | IllegalArgumentException _) {
            // There is none, or it names no folder of this system: then it is where it mostly is.
        }
        return new LocalRepository(home.resolve("repository"));
    }

    /** How coordinates may go on: groups, artifacts of a group, versions of an artifact, the newest first. */
    public List<String> completions(String typed) {
        String[] parts = typed.split(":", -1);
        return switch (parts.length) {
            case 1 -> groups(parts[0]);
            case 2 ->
                modules(root.resolve(parts[0].replace('.', '/'))).stream()
                        .filter(name -> name.startsWith(parts[1]))
                        .map(name -> parts[0] + ":" + name)
                        .toList();
            case 3 ->
                versions(root.resolve(parts[0].replace('.', '/')).resolve(parts[1])).stream()
                        .filter(version -> version.startsWith(parts[2]))
                        .map(version -> parts[0] + ":" + parts[1] + ":" + version)
                        .toList();
            default -> List.of();
        };
    }

    /** Names of groups, down to the first folder that is one or branches. */
    private List<String> groups(String typed) {
        int dot = typed.lastIndexOf('.');
        String above = typed.substring(0, dot + 1);
        Path folder = root.resolve(above.replace('.', '/'));
        List<String> found = new ArrayList<>();
        for (String name : names(folder)) {
            if (name.startsWith(typed.substring(dot + 1))) {
                Path child = folder.resolve(name);
                if (!modules(child).isEmpty()) {
                    found.add(above + name + ":");
                }
                if (!names(child).isEmpty() && !isModule(child)) {
                    found.add(above + name + ".");
                }
            }
        }
        return found;
    }

    private static List<String> modules(Path group) {
        return names(group).stream()
                .filter(name -> isModule(group.resolve(name)))
                .toList();
    }

    /** A folder of an artifact has folders of versions, with a descriptor in each. */
    private static boolean isModule(Path folder) {
        return !versions(folder).isEmpty();
    }

    private static List<String> versions(Path module) {
        String artifact =
                module.getFileName() == null ? "" : module.getFileName().toString();
        return names(module).stream()
                .filter(version -> Files.exists(module.resolve(version).resolve(artifact + "-" + version + ".pom")))
                .sorted(Comparator.comparing(LocalRepository::sortable).reversed())
                .toList();
    }

    /** Numbers as numbers: 1.10 comes after 1.9. */
    private static String sortable(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }

    /** Modules that may have been meant, the likest first. */
    List<String> modulesLike(String module) {
        Map<String, Integer> distances = new HashMap<>();
        String artifact = module.substring(module.indexOf(':') + 1);
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                private int folders;

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ++folders > MOST_FOLDERS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path version = file.getParent();
                    if (file.toString().endsWith(".pom")
                            && root.relativize(file).getNameCount() > 3) {
                        Path folder = version.getParent();
                        String group =
                                root.relativize(folder.getParent()).toString().replace('/', '.');
                        String name = folder.getFileName().toString();
                        int distance = Math.min(
                                Spelling.distance(group + ":" + name, module),
                                name.equals(artifact) ? 1 : Spelling.distance(name, artifact) + 1);
                        if (distance <= NEAR) {
                            distances.merge(group + ":" + name, distance, Math::min);
                        }
                        return FileVisitResult.SKIP_SIBLINGS;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            // What has been seen by then is good enough for a hint.
        }
        return distances.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }
}
