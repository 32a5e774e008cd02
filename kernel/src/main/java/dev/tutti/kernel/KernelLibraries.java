package dev.tutti.kernel;

import dev.tutti.kernel.deps.Coordinates;
import dev.tutti.kernel.deps.DependencyException;
import dev.tutti.kernel.deps.MavenResolver;
import dev.tutti.kernel.deps.Repository;
import dev.tutti.kernel.deps.Resolution;
import dev.tutti.kernel.deps.Wishes;
import dev.tutti.kernel.magic.Libraries;
import dev.tutti.kernel.magic.MagicException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Libraries for the magics of one cell. Repositories are asked on a thread of their own, which Ctrl-C leaves alone with
 * its sockets: the cell ends at once, they time out.
 */
final class KernelLibraries implements Libraries {

    private static final long TELL_EVERY_SECONDS = 2;

    /** Something that a resolver answers. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(MavenResolver resolver) throws DependencyException;
    }

    private final Kernel.Parts parts;
    private final CellListener listener;
    private final SessionLibraries state;

    KernelLibraries(Kernel.Parts parts, CellListener listener) {
        this.parts = parts;
        this.listener = listener;
        this.state = parts.session().libraries();
    }

    @Override
    public Addition add(Wishes more, boolean offline) throws MagicException {
        Wishes wished = state.wishes().with(more);
        Resolution found = more.wanted().isEmpty() && more.boms().isEmpty()
                ? state.resolution()
                : ask(offline, resolver -> resolver.resolve(wished));
        Addition addition = state.settle(wished, found);
        parts.extendClassPath(
                addition.added().stream().map(Resolution.Artifact::file).toList());
        return addition;
    }

    @Override
    public List<Path> program(Coordinates wanted) throws MagicException {
        Wishes wished =
                new Wishes(List.of(wanted), List.of(), List.of(), state.wishes().repositories());
        return ask(false, resolver -> resolver.resolve(wished)).files().stream()
                .map(Resolution.Artifact::file)
                .toList();
    }

    @Override
    public List<Path> add(List<Path> entries) {
        return parts.extendClassPath(entries);
    }

    @Override
    public boolean isAutoreload() {
        return state.reloading().isOn();
    }

    @Override
    public void autoreload(boolean on) {
        if (on) {
            state.reloading().on(classPath());
        } else {
            state.reloading().off();
        }
    }

    @Override
    public Wishes wishes() {
        return state.wishes();
    }

    @Override
    public Resolution resolution() {
        return state.resolution();
    }

    @Override
    public List<Path> classPath() {
        return parts.session().compiler().classPath();
    }

    /**
     * Puts what belongs to a library beside it, if a repository has it.
     *
     * @param jar one of the class path
     * @param classifier {@code sources} or {@code javadoc}
     */
    Optional<Path> fetch(Path jar, String classifier) {
        Optional<Coordinates> library = state.coordinates(jar);
        if (library.isEmpty()) {
            return Optional.empty();
        }
        try {
            return ask(
                    state.isOffline(),
                    resolver -> resolver.file(
                            library.get().withClassifier(classifier),
                            state.wishes().repositories()));
        } catch (MagicException e) {
            listener.note(e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Repository> repositories() throws MagicException {
        return ask(false, resolver -> resolver.asked(state.wishes()));
    }

    /**
     * Asks each repository whether it is there, for a few seconds at most.
     *
     * @return why not; empty of those that answer
     */
    Map<Repository, Optional<String>> tryRepositories() throws MagicException {
        return ask(false, resolver -> resolver.tried(state.wishes()));
    }

    private <T> T ask(boolean offline, Question<T> question) throws MagicException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        state.forgetTransfer();
        Thread.ofPlatform().daemon().name("kernel-resolver").start(() -> {
            try {
                answer.complete(question.ask(state.resolver(offline)));
            } catch (DependencyException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try (Kernel.Waiting _ = parts.waitingFor(() -> answer.cancel(false))) {
            return await(answer);
        } catch (CancellationException e) {
            state.forgetResolver();
            throw new MagicException("Given up; nothing was added. What has been fetched is kept for the next time.");
        } catch (ExecutionException e) {
            throw new MagicException(
                    e.getCause() instanceof DependencyException
                            ? e.getCause().getMessage()
                            : "The resolver failed: " + e.getCause());
        } catch (InterruptedException e) {
            state.forgetResolver();
            Thread.currentThread().interrupt();
            throw new MagicException("The cell was given up: its thread was interrupted.");
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return answer.get(TELL_EVERY_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                listener.note(state.transfer().map(KernelLibraries::text).orElse("Asking the repositories …"));
            }
        }
    }

    private static String text(SessionLibraries.Transfer transfer) {
        String much = transfer.bytes() <= 0
                ? "waiting for "
                : transfer.bytes() / 1024 + (transfer.ofBytes() > 0 ? " of " + transfer.ofBytes() / 1024 : "")
                        + " KB of ";
        return "Fetching: " + much + transfer.file() + " from " + transfer.from() + " … (Ctrl-C gives up)";
    }
}
