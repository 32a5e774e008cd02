package dev.tutti.kernel.deps;

import java.util.Objects;

/**
 * What names an artifact in a repository, as Gradle and JBang write it: {@code group:artifact:version}, with
 * {@code :classifier} behind the version and {@code @extension} at the end where they are needed.
 *
 * @param group the group id
 * @param artifact the artifact id
 * @param version empty: whatever a bill of materials says, else the newest release
 * @param classifier empty for the main artifact
 * @param extension {@code jar} unless said otherwise; {@code pom} for a bill of materials
 */
public record Coordinates(String group, String artifact, String version, String classifier, String extension) {

    private static final String PART = "[A-Za-z0-9_.\\-]+";

    public Coordinates {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(artifact, "artifact");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(extension, "extension");
    }

    /** @throws DependencyException if the text is not written so; the message shows how */
    public static Coordinates parse(String text) throws DependencyException {
        int at = text.lastIndexOf('@');
        String extension = at < 0 ? "jar" : text.substring(at + 1);
        String[] parts = (at < 0 ? text : text.substring(0, at)).split(":", -1);
        boolean good = parts.length >= 2 && parts.length <= 4 && parts[0].matches(PART) && parts[1].matches(PART);
        String version = parts.length > 2 ? parts[2] : "";
        String classifier = parts.length > 3 ? parts[3] : "";
        if (!good || !isVersion(version) || !classifier.matches(PART + "|") || !extension.matches("[a-z.]+")) {
            throw new DependencyException("'" + text + "' are no coordinates. They are written group:artifact:version,"
                    + " as org.apache.commons:commons-lang3:3.17.0; without the version, the newest release is meant.");
        }
        return new Coordinates(parts[0], parts[1], version, classifier, extension);
    }

    private static boolean isVersion(String text) {
        return text.isEmpty() || text.matches(PART.replace("]", "+]")) || text.matches("[\\[(][^\\s]+[\\])]");
    }

    /** Group and artifact: what there is one version of on a class path. */
    public String module() {
        return group + ":" + artifact;
    }

    /** Whether it is a bill of materials. */
    public boolean isBom() {
        return extension.equals("pom");
    }

    /** The same artifact in another version. */
    public Coordinates withVersion(String other) {
        return new Coordinates(group, artifact, other, classifier, extension);
    }

    Coordinates withClassifier(String other) {
        return new Coordinates(group, artifact, version, other, extension);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(module());
        if (!version.isEmpty() || !classifier.isEmpty()) {
            text.append(':').append(version);
        }
        if (!classifier.isEmpty()) {
            text.append(':').append(classifier);
        }
        return extension.equals("jar") ? text.toString() : text + "@" + extension;
    }
}
