import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.sun.source.tree.AnyPatternTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Checks or applies the house format (palantir-java-format) to every Java file of the project. The build runs it in a
 * JVM of the toolchain's JDK, because the formatter parses with the compiler of the JVM it runs in, and Maven's own may
 * be older than our syntax. Files that were in format when last looked at are known by checksum and cost nothing.
 *
 * <p>Usage: {@code java … Format.java check|apply|skip ROOT VERSION}
 */
final class Format {

    private static final List<String> FOLDERS = List.of("engine/src", "kernel/src", "shell/src", "scripts");

    private static final String STAND_IN = "\u03a9 _";

    private final Path root;
    private final Path index;
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    /** What became of a file. */
    private enum Verdict {
        IN_FORMAT,
        OUT_OF_FORMAT,
        CHANGED
    }

    private Format(Path root, String version) {
        this.root = root;
        this.index = root.resolve("target/format").resolve(version);
    }

    public static void main(String[] args) throws IOException, FormatterException {
        if (args[0].equals("skip")) {
            return;
        }
        boolean apply = args[0].equals("apply");
        Map<Path, Verdict> verdicts = new Format(Path.of(args[1]), args[2]).run(apply);
        List<Path> wrong = verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() == Verdict.OUT_OF_FORMAT)
                .map(Map.Entry::getKey)
                .toList();
        if (!wrong.isEmpty()) {
            System.err.println(
                    wrong.size() + " Java files are not in the house format. Run scripts/format to put it right:");
            wrong.forEach(file -> System.err.println("  " + file));
            System.exit(1);
        }
    }

    private Map<Path, Verdict> run(boolean apply) throws IOException {
        Map<String, String> known = readIndex();
        Map<String, String> clean = new ConcurrentSkipListMap<>();
        Map<Path, Verdict> verdicts = new ConcurrentSkipListMap<>();
        sources().parallelStream().forEach(file -> {
            Path name = root.relativize(file);
            try {
                String source = Files.readString(file);
                String sum = checksum(source);
                if (sum.equals(known.get(name.toString()))) {
                    clean.put(name.toString(), sum);
                    return;
                }
                String formatted = format(source);
                if (formatted.equals(source)) {
                    verdicts.put(name, Verdict.IN_FORMAT);
                } else if (apply) {
                    Files.writeString(file, formatted);
                    verdicts.put(name, Verdict.CHANGED);
                    System.out.println("formatted " + name);
                } else {
                    verdicts.put(name, Verdict.OUT_OF_FORMAT);
                    return;
                }
                clean.put(name.toString(), checksum(formatted));
            } catch (IOException | FormatterException e) {
                System.err.println(name + " cannot be formatted: " + e.getMessage());
                verdicts.put(name, Verdict.OUT_OF_FORMAT);
            }
        });
        writeIndex(clean);
        return verdicts;
    }

    /**
     * The formatter does not know the unnamed pattern of {@code case P(_, var x)} (version 2.103 fails on it); it does
     * know unnamed variables. So each travels through it as one, with a type of our own.
     */
    private String format(String source) throws FormatterException, IOException {
        StringBuilder known = new StringBuilder(source);
        for (int position : unnamedPatterns(source).reversed()) {
            known.replace(position, position + 1, STAND_IN);
        }
        return formatter.formatSourceAndFixImports(known.toString()).replace(STAND_IN, "_");
    }

    private static List<Integer> unnamedPatterns(String source) throws IOException {
        JavaFileObject file = SimpleJavaFileObject.forSource(URI.create("string:///Source.java"), source);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, _ -> {}, List.of("-proc:none"), null, List.of(file));
        List<Integer> positions = new ArrayList<>();
        SourcePositions where = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitAnyPattern(AnyPatternTree pattern, Void nothing) {
                    // javac gives the place of the token that follows
                    positions.add(source.lastIndexOf('_', (int) where.getStartPosition(unit, pattern)));
                    return nothing;
                }
            }.scan(unit, null);
        }
        return positions;
    }

    private List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path start = root.resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> walk = Files.walk(start)) {
                    walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files;
    }

    private Map<String, String> readIndex() throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(index)) {
            for (String line : Files.readAllLines(index)) {
                String[] parts = line.split(" ", 2);
                known.put(parts[1], parts[0]);
            }
        }
        return known;
    }

    private void writeIndex(Map<String, String> clean) throws IOException {
        Files.createDirectories(index.getParent());
        Files.write(
                index,
                clean.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
    }

    private static String checksum(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Long.toHexString(crc.getValue()) + "-" + bytes.length;
    }
}
