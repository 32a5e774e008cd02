package dev.tutti.kernel.deps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** A repository in a folder, and a user whose settings name it as the mirror of Maven Central. */
final class MavenHome {

    private final Path repository;
    private final Path settings;

    MavenHome(Path folder) throws IOException {
        this(folder, folder.resolve("repository").toUri().toString());
    }

    /** @param mirror the address that is asked instead of Maven Central */
    MavenHome(Path folder, String mirror) throws IOException {
        this(folder, mirror, "");
    }

    /** @param more further elements of the settings */
    MavenHome(Path folder, String mirror, String more) throws IOException {
        repository = Files.createDirectories(folder.resolve("repository"));
        settings = Files.createDirectories(folder.resolve("user"));
        Files.writeString(settings.resolve("settings.xml"), """
            <settings>
              <localRepository>%s</localRepository>
              <mirrors>
                <mirror><id>here</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
              </mirrors>
              %s
            </settings>
            """.formatted(folder.resolve("local"), mirror, more));
    }

    Path repository() {
        return repository;
    }

    Path settings() {
        return settings;
    }

    /** Publishes a jar with nothing in it. @param needs coordinates */
    void publish(String coordinates, String... needs) throws IOException, DependencyException {
        Coordinates c = Coordinates.parse(coordinates);
        Path folder = write(c, "", dependencies(needs));
        new JarOutputStream(Files.newOutputStream(folder.resolve(c.artifact() + "-" + c.version() + ".jar"))).close();
        Files.writeString(folder.resolveSibling("maven-metadata.xml"), """
            <metadata><groupId>%s</groupId><artifactId>%s</artifactId>
            <versioning><versions>%s</versions></versioning></metadata>
            """.formatted(
                        c.group(), c.artifact(), versions(folder.getParent())));
    }

    /** Publishes a bill of materials. */
    void publishBom(String coordinates, String... rules) throws IOException, DependencyException {
        write(
                Coordinates.parse(coordinates),
                "<packaging>pom</packaging>",
                "<dependencyManagement>" + dependencies(rules) + "</dependencyManagement>");
    }

    private Path write(Coordinates c, String packaging, String rest) throws IOException {
        Path folder = Files.createDirectories(repository
                .resolve(c.group().replace('.', '/'))
                .resolve(c.artifact())
                .resolve(c.version()));
        Files.writeString(folder.resolve(c.artifact() + "-" + c.version() + ".pom"), """
            <project><modelVersion>4.0.0</modelVersion>
            <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s%s</project>
            """.formatted(
                        c.group(), c.artifact(), c.version(), packaging, rest));
        return folder;
    }

    private static String dependencies(String... needs) throws DependencyException {
        StringBuilder text = new StringBuilder("<dependencies>");
        for (String need : needs) {
            Coordinates c = Coordinates.parse(need);
            text.append("<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
                    .formatted(
                            c.group(),
                            c.artifact(),
                            c.version().isEmpty() ? "" : "<version>" + c.version() + "</version>"));
        }
        return text.append("</dependencies>").toString();
    }

    private static String versions(Path module) {
        return Arrays.stream(module.toFile().list((folder, name) -> !name.endsWith(".xml")))
                .sorted()
                .map(version -> "<version>" + version + "</version>")
                .collect(Collectors.joining());
    }
}
