package dev.tutti.kernel.deps;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.resolution.MetadataRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import org.eclipse.aether.version.Version;

/**
 * Resolves as Maven does, with the user's settings.xml: mirrors, proxies, passwords, the local repository. Not for several
 * threads at once. Opening takes some 200 ms; a resolution of what is in the local repository a few.
 */
public final class MavenResolver implements AutoCloseable {

    /** After so long without a byte, a repository counts as unreachable. */
    private static final int TIMEOUT_MILLIS = 10_000;

    /** And after so long where that is all that is asked. */
    private static final int TRIAL_MILLIS = 3_000;

    /** What lost against another version is in the tree, so that it can be shown, but not on the class path. */
    private static final DependencyFilter WANTED = DependencyFilterUtils.andFilter(
            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME),
            (node, parents) -> !node.getData().containsKey(ConflictResolver.NODE_DATA_WINNER));

    private final Context context;
    private final DefaultRepositorySystemSession session;

    private MavenResolver(Context context) {
        this.context = context;
        this.session = new DefaultRepositorySystemSession(context.repositorySystemSession());
    }

    /**
     * Reads the settings.
     *
     * @param offline whether nothing but the local repository is asked
     * @param progress hears of each transfer; any thread
     */
    public static MavenResolver open(boolean offline, Progress progress) {
        return open(overrides(offline, progress).build());
    }

    /** @param mavenHome the folder of settings.xml */
    static MavenResolver open(Path mavenHome, boolean offline, Progress progress) {
        return open(overrides(offline, progress)
                .withMavenUserHomeOverride(mavenHome)
                .build());
    }

    private static MavenResolver open(ContextOverrides overrides) {
        MavenResolver resolver =
                new MavenResolver(Runtimes.INSTANCE.getRuntime().create(overrides));
        resolver.session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, ConflictResolver.Verbosity.STANDARD);
        return resolver;
    }

    private static ContextOverrides.Builder overrides(boolean offline, Progress progress) {
        return ContextOverrides.create()
                .withUserSettings(true)
                .offline(offline ? Boolean.TRUE : null)
                .configProperties(Map.of(
                        "aether.connector.connectTimeout", TIMEOUT_MILLIS,
                        "aether.connector.requestTimeout", TIMEOUT_MILLIS,
                        "aether.connector.http.retryHandler.count", 1))
                .transferListener(new TransferWatch(progress));
    }

    /** Where artifacts are kept on this machine. */
    public Path localRepository() {
        return session.getLocalRepository().getBasedir().toPath();
    }

    /**
     * All that the wishes need at run time.
     *
     * @throws DependencyException if something of it cannot be had: what, from where, and what is like it
     */
    public Resolution resolve(Wishes wishes) throws DependencyException {
        List<RemoteRepository> repositories = repositories(wishes);
        List<org.eclipse.aether.graph.Dependency> managed = managed(wishes, repositories);
        CollectRequest collect =
                new CollectRequest().setRepositories(repositories).setManagedDependencies(managed);
        List<Exclusion> exclusions =
                wishes.exclusions().stream().map(MavenResolver::exclusion).toList();
        for (Coordinates wanted : wishes.wanted()) {
            Artifact artifact = artifact(versioned(wanted, managed, repositories));
            collect.addDependency(
                    new org.eclipse.aether.graph.Dependency(artifact, JavaScopes.RUNTIME, false, exclusions));
        }
        DependencyRequest request = new DependencyRequest(collect, WANTED);
        try {
            DependencyResult result = context.repositorySystem().resolveDependencies(session, request);
            return new Resolution(
                    result.getArtifactResults().stream()
                            .map(r -> new Resolution.Artifact(
                                    coordinates(r.getArtifact()),
                                    r.getArtifact().getFile().toPath()))
                            .distinct()
                            .toList(),
                    DependencyTree.of(result.getRoot()));
        } catch (DependencyResolutionException e) {
            throw new ResolutionFailure(repositories, this::versions, localRepository()).of(e);
        }
    }

    /** An artifact alone, for its sources or its Javadoc; empty if no repository has it. */
    public Optional<Path> file(Coordinates wanted, List<Repository> repositories) {
        Wishes wishes = new Wishes(List.of(), List.of(), List.of(), repositories);
        ArtifactRequest request = new ArtifactRequest(artifact(wanted), repositories(wishes), "");
        try {
            return Optional.of(context.repositorySystem()
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException _) {
            return Optional.empty();
        }
    }

    /** The repositories that are asked: the user's, then those of settings.xml, with their mirrors. */
    public List<Repository> asked(Wishes wishes) {
        return repositories(wishes).stream()
                .map(repository -> new Repository(repository.getId(), repository.getUrl()))
                .toList();
    }

    /**
     * Asks each of {@link #asked} for something small, past what is kept on this machine.
     *
     * @return why it cannot be reached; empty of those that answer, if only that they do not have it
     */
    public Map<Repository, Optional<String>> tried(Wishes wishes) {
        DefaultRepositorySystemSession impatient = new DefaultRepositorySystemSession(session);
        impatient.setConfigProperty("aether.connector.connectTimeout", TRIAL_MILLIS);
        impatient.setConfigProperty("aether.connector.requestTimeout", TRIAL_MILLIS);
        impatient.setConfigProperty("aether.connector.http.retryHandler.count", 0);
        impatient.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        impatient.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        Metadata small = new DefaultMetadata("org.benf", "cfr", "maven-metadata.xml", Metadata.Nature.RELEASE);
        Map<Repository, Optional<String>> tried = new LinkedHashMap<>();
        for (RemoteRepository repository : repositories(wishes)) {
            MetadataRequest request = new MetadataRequest(small, repository, "").setFavorLocalRepository(false);
            Exception failure = context.repositorySystem()
                    .resolveMetadata(impatient, List.of(request))
                    .getFirst()
                    .getException();
            tried.put(
                    new Repository(repository.getId(), repository.getUrl()),
                    Optional.ofNullable(failure)
                            .filter(one -> !(one instanceof MetadataNotFoundException))
                            .map(Exception::getMessage));
        }
        return tried;
    }

    private List<RemoteRepository> repositories(Wishes wishes) {
        List<RemoteRepository> own = wishes.repositories().stream()
                .map(r -> new RemoteRepository.Builder(r.id(), "default", r.url()).build())
                .toList();
        List<RemoteRepository> all =
                new ArrayList<>(context.repositorySystem().newResolutionRepositories(session, own));
        context.remoteRepositories().stream()
                .filter(known -> all.stream().noneMatch(one -> one.getId().equals(known.getId())))
                .forEach(all::add);
        return all;
    }

    private List<org.eclipse.aether.graph.Dependency> managed(Wishes wishes, List<RemoteRepository> repositories)
            throws DependencyException {
        List<org.eclipse.aether.graph.Dependency> managed = new ArrayList<>();
        for (Coordinates bom : wishes.boms()) {
            ArtifactDescriptorRequest request =
                    new ArtifactDescriptorRequest(artifact(versioned(bom, List.of(), repositories)), repositories, "");
            try {
                managed.addAll(context.repositorySystem()
                        .readArtifactDescriptor(session, request)
                        .getManagedDependencies());
            } catch (ArtifactDescriptorException e) {
                throw new ResolutionFailure(repositories, this::versions, localRepository()).of(e);
            }
        }
        return managed;
    }

    /** The coordinates with a version: their own, that of a bill of materials, or the newest release. */
    private Coordinates versioned(
            Coordinates wanted, List<org.eclipse.aether.graph.Dependency> managed, List<RemoteRepository> repositories)
            throws DependencyException {
        if (!wanted.version().isEmpty()) {
            return wanted;
        }
        for (org.eclipse.aether.graph.Dependency ruled : managed) {
            if (coordinates(ruled.getArtifact()).withVersion("").equals(wanted)) {
                return wanted.withVersion(ruled.getArtifact().getVersion());
            }
        }
        List<String> versions = versions(wanted, repositories);
        List<String> releases = versions.stream()
                .filter(version -> !version.matches("(?i).*(snapshot|alpha|beta|[-.](m|rc|cr|ea)\\d*([-.].*)?$).*"))
                .toList();
        if (versions.isEmpty()) {
            throw new ResolutionFailure(repositories, this::versions, localRepository()).unknownModule(wanted);
        }
        return wanted.withVersion((releases.isEmpty() ? versions : releases).getLast());
    }

    /** The versions that repositories tell of, oldest first. */
    private List<String> versions(Coordinates module, List<RemoteRepository> repositories) {
        VersionRangeRequest request = new VersionRangeRequest(artifact(module.withVersion("[0,)")), repositories, "");
        try {
            return context.repositorySystem().resolveVersionRange(session, request).getVersions().stream()
                    .map(Version::toString)
                    .toList();
        } catch (VersionRangeResolutionException _) {
            return List.of();
        }
    }

    private static Artifact artifact(Coordinates c) {
        return new DefaultArtifact(c.group(), c.artifact(), c.classifier(), c.extension(), c.version());
    }

    static Coordinates coordinates(Artifact a) {
        return new Coordinates(a.getGroupId(), a.getArtifactId(), a.getVersion(), a.getClassifier(), a.getExtension());
    }

    private static Exclusion exclusion(String module) {
        String[] parts = module.split(":", 2);
        return new Exclusion(parts[0], parts.length > 1 ? parts[1] : "*", "*", "*");
    }

    @Override
    public void close() {
        context.close();
    }
}
