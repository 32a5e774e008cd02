package dev.tutti.transcript;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A user's home whose Maven settings name a repository in a folder as the mirror of all others: {@code %deps} needs no
 * network. It has the decompiler of {@code %desugar}, {@code demo:greeter} in two versions, which greets politely by
 * {@code demo:manners}, {@code demo:riddle} without sources, {@code demo:charter} with its Javadoc alone, and {@code demo:tools},
 * {@code demo:refused} and {@code demo:broken} with cells to begin with.
 */
final class SampleRepository {

    private static final String MANNERS = """
        package demo.manners;

        /** Good manners. */
        public final class Manners {
            private Manners() {}

            /** Says it with a <b>please</b>. */
            public static String polite(String text) {
                return text + ", please";
            }
        }
        """;

    private static final String GREETER = """
        package demo.greeter;

        /**
         * Greets people.
         *
         * <p>Use {@link #greet}.
         */
        public final class Greeter {
            /**
             * Greets somebody.
             *
             * @param name who it is
             */
            public String greet(String name) {
                return demo.manners.Manners.polite("Hello " + name) + " (%s)";
            }
        }
        """;

    /** Published without its sources. */
    private static final String RIDDLE = """
        package demo.riddle;

        import java.util.List;

        /** Riddles that nobody sees. */
        public final class Riddle {
            private final List<String> hints;

            public Riddle(List<String> hints) {
                this.hints = List.copyOf(hints);
            }

            public int length() {
                int sum = 0;
                for (String hint : hints) {
                    sum += hint.length();
                }
                return sum;
            }

            public record Answer(String text) {}
        }
        """;

    /** Published with its Javadoc alone. */
    private static final String CHARTER = """
        package demo.charter;

        /**
         * What a town was promised.
         *
         * <p>Written once, see {@link #rights}.
         *
         * @since 1215
         */
        public final class Charter {
            /** How many seals it has. */
            public static final int SEALS = 3;

            /** Nothing promised. */
            public Charter() {}

            /**
             * Names the <b>rights</b> of a trade.
             *
             * <pre>
             * rights("smith", 2)
             * </pre>
             *
             * @param trade who asks
             * @param most how many at most
             * @return their names
             * @throws IllegalArgumentException if {@code most} is negative
             */
            public java.util.List<String> rights(String trade, int most) {
                return java.util.List.of(trade);
            }

            /** Names all rights. */
            public java.util.List<String> rights(String... trades) {
                return java.util.List.of();
            }

            /**
             * A seal.
             *
             * @param colour of the wax
             */
            public record Seal(String colour) {}
        }
        """;

    /** A magic, and what the session begins with that it is added to. */
    private static final String SHOUT = """
        package demo.tools;

        import java.util.List;

        public record Shout(List<String> words) {
            public static String greeting() {
                return "Hello";
            }

            public void run() {
                System.out.println(String.join(" ", words).toUpperCase() + "!");
            }
        }
        """;

    private final Path home;
    private final Path classes;

    private SampleRepository(Path home) {
        this.home = home;
        this.classes = home.resolve("classes");
    }

    /** Makes the home, if it is not there yet. */
    static void in(Path home) throws IOException {
        if (Files.exists(home)) {
            return;
        }
        SampleRepository sample = new SampleRepository(home);
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(
                home.resolve(".m2/settings.xml"),
                "<settings><mirrors><mirror><id>sample</id><mirrorOf>*</mirrorOf><url>"
                        + home.resolve("sample").toUri() + "</url></mirror></mirrors></settings>");
        sample.publish("manners", "1.0", "demo/manners/Manners.java", MANNERS, "");
        sample.publish("manners", "1.1", "demo/manners/Manners.java", MANNERS, "");
        sample.publish("greeter", "1.0", "demo/greeter/Greeter.java", GREETER.formatted("1.0"), "1.0");
        sample.publish("greeter", "2.0", "demo/greeter/Greeter.java", GREETER.formatted("2.0"), "1.1");
        sample.publishWithoutSources("riddle", "demo/riddle/Riddle", RIDDLE, Map.of());
        sample.publishWithJavadoc("charter", "demo/charter/Charter", CHARTER);
        sample.publishWithoutSources(
                "tools",
                "demo/tools/Shout",
                SHOUT,
                Map.of(
                        "META-INF/services/dev.tutti.client.Magic", "demo.tools.Shout\n",
                        "META-INF/tutti/start.jsh",
                                "import demo.tools.*;\nvar greeting = Shout.greeting();\n%px var mine = rank();\n"));
        for (String artifact : List.of("broken", "refused")) {
            sample.publishWithoutSources(
                    artifact, "demo/tools/Shout", SHOUT, Map.of("META-INF/tutti/start.jsh", "oops"));
        }
        sample.publishDecompiler();
    }

    /** The real one, which the build has fetched for the tests. */
    private void publishDecompiler() throws IOException {
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(one -> one.getFileName().toString().startsWith("cfr-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The class path of the tests has no CFR"));
        String version = jar.getParent().getFileName().toString();
        Path folder =
                Files.createDirectories(home.resolve("sample/org/benf/cfr").resolve(version));
        Files.copy(jar, folder.resolve(jar.getFileName()));
        Files.writeString(
                folder.resolve("cfr-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.benf</groupId><artifactId>cfr</artifactId><version>"
                        + version + "</version></project>");
    }

    private void publish(String artifact, String version, String file, String source, String manners)
            throws IOException {
        compile(file, source, "-g:lines,source");
        String type = file.replace(".java", ".class");
        Path jar = describe(artifact, version, manners);
        jar(jar, Map.of(type, Files.readAllBytes(classes.resolve(type))));
        jar(sibling(jar, "sources"), Map.of(file, source.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param type with its package, as a path */
    private Path publishWithoutSources(String artifact, String type, String source, Map<String, String> more)
            throws IOException {
        compile(type + ".java", source, "-g:vars,lines,source");
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(classes.resolve(type).getParent())) {
            for (Path file : files.toList()) {
                entries.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        more.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
        Path jar = describe(artifact, "1.0", "");
        jar(jar, entries);
        return jar;
    }

    private void publishWithJavadoc(String artifact, String type, String source) throws IOException {
        Path jar = publishWithoutSources(artifact, type, source, Map.of());
        Path pages = home.resolve("pages");
        int exit = java.util.spi.ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        "-quiet",
                        "-d",
                        pages.toString(),
                        home.resolve("src").resolve(type + ".java").toString());
        if (exit != 0) {
            throw new IllegalStateException("The sample " + artifact + " has no Javadoc");
        }
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.list(pages.resolve(type).getParent())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                entries.put(pages.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        jar(sibling(jar, "javadoc"), entries);
    }

    private Path compile(String file, String source, String debugging) throws IOException {
        Path written = home.resolve("src").resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, source);
        Files.createDirectories(classes);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        debugging,
                        "-d",
                        classes.toString(),
                        "-cp",
                        classes.toString(),
                        written.toString());
        if (exit != 0) {
            throw new IllegalStateException("The sample " + file + " does not compile");
        }
        return written;
    }

    /** Writes what a repository tells of an artifact; answers where its jar belongs. */
    private Path describe(String artifact, String version, String manners) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve("sample/demo").resolve(artifact).resolve(version));
        String needs = manners.isEmpty()
                ? ""
                : "<dependencies><dependency><groupId>demo</groupId><artifactId>manners</artifactId><version>" + manners
                        + "</version></dependency></dependencies>";
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>demo</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version>" + needs + "</project>");
        Files.writeString(
                folder.resolveSibling("maven-metadata.xml"),
                "<metadata><groupId>demo</groupId><artifactId>" + artifact + "</artifactId><versioning><versions>"
                        + "<version>1.0</version><version>" + version
                        + "</version></versions></versioning></metadata>");
        return folder.resolve(artifact + "-" + version + ".jar");
    }

    private static Path sibling(Path jar, String classifier) {
        return jar.resolveSibling(jar.getFileName().toString().replace(".jar", "-" + classifier + ".jar"));
    }

    private static void jar(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
    }
}
