package dev.tutti.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkout in which the true {@code scripts/tutti} meets a JDK and a Maven that only note how they were called. The
 * "JDK" writes its arguments to standard output, one a line, and makes the AOT caches it is asked for.
 */
final class FakeCheckout {

    private static final String JAVA = """
        #!/usr/bin/env bash
        for argument in "$@"; do
            case $argument in
                -XX:AOTCacheOutput=* | -Dtutti.engine.aotConfiguration=* | -XX:AOTCache=*) echo cache >"${argument#*=}" ;;
            esac
        done
        printf '%s\\n' "$@"
        """;

    private final Path folder;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    /** What a run of the script gave. */
    record Run(int exitCode, List<String> stdout, String stderr) {}

    FakeCheckout(Path folder) throws IOException {
        this.folder = folder;
        this.root = folder.resolve("a check out");
        write("scripts/tutti", Files.readString(Path.of(System.getProperty("tutti.root"), "scripts", "tutti")));
        write("pom.xml", "<project/>");
        write("shell/src/main/java/Main.java", "class Main {}");
        for (Path file : List.of(root.resolve("pom.xml"), source(), source().getParent())) {
            setAge(file, -1000);
        }
        environment.put("PATH", folder.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("TUTTI_JAVA_HOME", jdk("jdk 25", "25.0.3").toString());
        environment.put("TUTTI_AOT", "off");
    }

    FakeCheckout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    FakeCheckout without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** The script then takes no JDK older than this; so that the true ones of the machine are none. */
    FakeCheckout needing(int feature) throws IOException {
        Files.writeString(
                script(), Files.readString(script()).replace("\nminimum=25\n", "\nminimum=" + feature + "\n"));
        return this;
    }

    /** Leaves nothing but these programs on the PATH. */
    FakeCheckout withOnly(String... programs) throws IOException {
        for (String program : programs) {
            Path found = Path.of("/usr/bin", program);
            if (Files.exists(found)) {
                writeExecutable(folder.resolve("only").resolve(program), "#!/bin/sh\nexec " + found + " \"$@\"\n");
            }
        }
        return with("PATH", folder.resolve("only").toString());
    }

    Path root() {
        return root;
    }

    Path script() {
        return root.resolve("scripts/tutti");
    }

    Path source() {
        return root.resolve("shell/src/main/java/Main.java");
    }

    Path jar() {
        return root.resolve("shell/target/tutti-shell-0.1.0.jar");
    }

    FakeCheckout built() throws IOException {
        write("shell/target/tutti-shell-0.1.0.jar", "jar");
        return this;
    }

    /** A folder that looks like a JDK. */
    Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        writeExecutable(home.resolve("bin/java"), JAVA);
        writeExecutable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A Maven that notes each call, then does what the shell commands say; it runs in the checkout's root. */
    FakeCheckout maven(String commands) throws IOException {
        writeExecutable(
                folder.resolve("bin/mvn"), "#!/usr/bin/env bash\necho \"$@\" >>'" + calls() + "'\n" + commands + "\n");
        return this;
    }

    FakeCheckout mavenThatBuilds() throws IOException {
        return maven("echo noise; mkdir -p shell/target; echo jar >shell/target/tutti-shell-0.1.0.jar");
    }

    int mavenCalls() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()).size() : 0;
    }

    private Path calls() {
        return folder.resolve("calls of mvn");
    }

    /** Sets a file's age relative to now: negative seconds are in the past. */
    void setAge(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    Process start(Path command, String... arguments) throws IOException {
        List<String> line = new java.util.ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Run run(Path command, String... arguments) throws IOException, InterruptedException {
        return finish(start(command, arguments));
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(script(), arguments);
    }

    static Run finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        byte[] out = process.getInputStream().readAllBytes();
        byte[] err = process.getErrorStream().readAllBytes();
        return new Run(
                process.waitFor(),
                new String(out, StandardCharsets.UTF_8).lines().toList(),
                new String(err, StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        writeExecutable(root.resolve(name), text);
    }

    private static void writeExecutable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
