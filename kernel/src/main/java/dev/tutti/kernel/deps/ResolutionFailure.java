package dev.tutti.kernel.deps;

import dev.tutti.kernel.cell.Spelling;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;

/** Why something could not be had, in a sentence that says what to do. */
final class ResolutionFailure {

    private static final int MOST = 3;

    private final List<RemoteRepository> repositories;
    private final BiFunction<Coordinates, List<RemoteRepository>, List<String>> versions;
    private final Path localRepository;

    ResolutionFailure(
            List<RemoteRepository> repositories,
            BiFunction<Coordinates, List<RemoteRepository>, List<String>> versions,
            Path localRepository) {
        this.repositories = repositories;
        this.versions = versions;
        this.localRepository = localRepository;
    }

    /** A repository that could not be asked is told before one that answered that it has nothing. */
    DependencyException of(Exception failed) {
        List<Throwable> chain = Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .toList();
        for (Throwable cause : chain) {
            if (cause instanceof ArtifactResolutionException several) {
                return each(several);
            }
        }
        for (Throwable cause : chain) {
            if (cause instanceof ArtifactNotFoundException missing) {
                return notFound(missing.getArtifact());
            }
            if (cause instanceof ArtifactTransferException transfer) {
                return unreachable(transfer);
            }
        }
        return new DependencyException("The dependencies cannot be resolved: " + failed.getMessage(), failed);
    }

    /** No repository knows any version of it. */
    DependencyException unknownModule(Coordinates wanted) {
        List<String> here = new LocalRepository(localRepository).completions(wanted.module() + ":");
        if (!here.isEmpty()) {
            String missing = wanted.version().isEmpty() ? "" : "There is no " + wanted + ". ";
            return new DependencyException(missing + "The repositories do not tell which versions of " + wanted.module()
                    + " there are (asked: " + places() + "). On this machine there is "
                    + String.join(", ", here.subList(0, Math.min(MOST, here.size()))) + ".");
        }
        return new DependencyException("There is no " + wanted.module() + " in " + places() + "." + near(wanted));
    }

    private DependencyException each(ArtifactResolutionException several) {
        for (ArtifactResult result : several.getResults()) {
            for (Exception reason : result.getExceptions()) {
                if (reason instanceof ArtifactTransferException transfer
                        && !(reason instanceof ArtifactNotFoundException)) {
                    return unreachable(transfer);
                }
            }
        }
        return several.getResults().stream()
                .filter(ArtifactResult::isMissing)
                .findFirst()
                .map(result -> notFound(result.getRequest().getArtifact()))
                .orElseGet(() -> new DependencyException(several.getMessage(), several));
    }

    private DependencyException notFound(Artifact artifact) {
        Coordinates wanted = MavenResolver.coordinates(artifact);
        List<String> known = versions.apply(wanted, repositories);
        if (known.isEmpty()) {
            return unknownModule(wanted);
        }
        List<String> like = known.reversed().stream()
                .sorted(Comparator.comparingInt(version -> Spelling.distance(version, wanted.version())))
                .limit(MOST)
                .toList();
        return new DependencyException("There is no version " + wanted.version() + " of " + wanted.module() + " in "
                + places() + ". The newest is " + known.getLast() + "; near are " + String.join(", ", like) + ".");
    }

    private DependencyException unreachable(ArtifactTransferException transfer) {
        RemoteRepository repository = transfer.getRepository();
        String where = repository == null ? places() : repository.getId() + " (" + repository.getUrl() + ")";
        Throwable root = transfer;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new DependencyException(
                "The repository " + where + " could not be asked for "
                        + MavenResolver.coordinates(transfer.getArtifact())
                                .toString()
                                .replaceFirst("@pom$", "") + ": "
                        + reason(root)
                        + ". Look at the network, and at the proxies and mirrors in ~/.m2/settings.xml; with --offline"
                        + " only what is on this machine is taken.",
                transfer);
    }

    private static String reason(Throwable root) {
        String message =
                root.getMessage() == null ? "" : ": " + root.getMessage().replaceFirst("\\.$", "");
        return root.getClass()
                        .getSimpleName()
                        .replaceFirst("Exception$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                + message;
    }

    private String near(Coordinates wanted) {
        List<String> like = new LocalRepository(localRepository).modulesLike(wanted.module());
        return like.isEmpty() ? " Is it spelled right?" : " On this machine there is " + String.join(", ", like) + ".";
    }

    private String places() {
        return repositories.stream()
                .map(repository -> repository.getId() + " (" + repository.getUrl() + ")")
                .collect(Collectors.joining(", "));
    }
}
