package dev.tutti.client;

import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.target.TargetException;
import dev.tutti.engine.target.TargetSpec;
import dev.tutti.engine.wire.EngineGroup;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.TaskMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cluster of engines, as a program or a session sees it: which engines there are, and the views through which they are
 * given work. At the prompt it is predefined as {@code cluster}. Any thread. After ipyparallel's Client.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(60);

    private final ClusterLink link;

    Cluster(ClusterLink link) {
        this.link = link;
    }

    // How one comes to it.

    /**
     * The cluster that this program belongs to: in code that an engine runs, that engine's, with the running session;
     * elsewhere the one whose connection file the environment variable {@code TUTTI_CONNECTION} names.
     *
     * @throws ClusterException if there is none, or it cannot be reached
     */
    public static Cluster connect() {
        Cluster cluster = lazy();
        cluster.link.dispatcher();
        return cluster;
    }

    /**
     * The cluster of a connection file. The program's class path is where engines get its classes from.
     *
     * @throws ClusterException if the file is not there, or the cluster cannot be reached
     */
    public static Cluster connect(Path connectionFile) {
        Cluster cluster = new Cluster(new ClusterLink(() -> Connecting.byFile(connectionFile)));
        cluster.link.dispatcher();
        return cluster;
    }

    /** As {@link #connect()}, but the connection is made when it is first needed. */
    public static Cluster lazy() {
        return new Cluster(new ClusterLink(Connecting::here));
    }

    /**
     * Starts a cluster of this machine that ends when it is closed, or when this program ends. Runs the command
     * {@code tutti}, of the folder that the environment variable {@code TUTTI_HOME} names or else of the PATH.
     *
     * @param engines how many; all are ready when this returns
     * @throws ClusterException if it could not be started
     */
    public static Cluster launch(int engines) {
        LaunchedController controller = LaunchedController.start(engines);
        try {
            ClusterLink.Opened opened = Connecting.byFile(controller.connectionFile());
            Runnable closing = () -> {
                opened.closing().run();
                controller.close();
            };
            return new Cluster(new ClusterLink(() -> new ClusterLink.Opened(opened.dispatcher(), false, closing)));
        } catch (ClusterException e) {
            controller.close();
            throw e;
        }
    }

    /**
     * Ends the connection: work of this program that has not ended is given up. The cluster goes on, unless it was
     * launched here. In an engine the connection is the running session's and goes on too.
     */
    @Override
    public void close() {
        link.close();
    }

    // Its engines.

    /** The numbers of the live engines, ascending. */
    public List<Integer> ids() {
        return link.news().live().stream()
                .map(engine -> engine.engine().number())
                .toList();
    }

    /** How many live engines there are. */
    public int size() {
        return link.news().live().size();
    }

    /** All engines that the controller knows, also those that start or were lost. */
    public List<EngineDescription> engines() {
        return link.news().engines().stream().map(EngineDescription::of).toList();
    }

    /** Waits at most a minute until so many engines are live. @throws NoEnginesException as {@link #awaitEngines(int, Duration)} */
    public void awaitEngines(int count) {
        awaitEngines(count, READY);
    }

    /**
     * Waits until so many engines are live.
     *
     * @throws NoEnginesException if they are not in time, or one has died while it started; it says how many are ready
     */
    public void awaitEngines(int count, Duration timeout) {
        new EngineWait(link.dispatcher().roster(), count).await(timeout);
    }

    /** Starts engines and waits for them. Returns their numbers. @throws ClusterException if one could not be started */
    public List<Integer> start(int count) {
        return start(count, EngineSetup.PLAIN);
    }

    /** As {@link #start(int)}, with settings of their own. */
    public List<Integer> start(int count, EngineSetup setup) {
        return ask(new TaskMessage.StartEngines(count, setup.settings()), TaskMessage.EnginesStarted.class)
                .engines()
                .stream()
                .map(EngineId::number)
                .toList();
    }

    /**
     * Makes a JVM that runs an engine: code there sees the classes of its application, which goes on when the engine is
     * stopped. The JVM must be the controller's user's, on the controller's machine, and of Java 25 or newer.
     *
     * @param pid its process id
     * @return the engine's number
     * @throws ClusterException if it cannot be attached to; the message says why
     */
    public int attach(long pid) {
        if (pid <= 0) {
            throw new IllegalArgumentException("There is no process " + pid + " to attach to.");
        }
        return ask(
                        new TaskMessage.StartEngines(1, EngineSettings.attached(pid, "", Set.of())),
                        TaskMessage.EnginesStarted.class)
                .engines()
                .getFirst()
                .number();
    }

    /**
     * Ends engines for good: their numbers are not used again. What runs there is lost. An attached one leaves its JVM,
     * which goes on.
     */
    public void stop(int... ids) {
        ask(new TaskMessage.StopEngines(engineIds(ids)), Message.Ack.class);
    }

    /** Gives engines a fresh process each and waits for them; they keep their numbers and lose their variables. */
    public void restart(int... ids) {
        ask(new TaskMessage.RestartEngines(engineIds(ids)), TaskMessage.EnginesStarted.class);
    }

    /** Engines are given a fresh process after so many tasks each, as multiprocessing's maxtasksperchild; 0: never. */
    public void recycleAfter(int tasks) {
        if (tasks < 0) {
            throw new IllegalArgumentException("Engines cannot be recycled after " + tasks + " tasks. 0 means never.");
        }
        link.dispatcher().link().send(new TaskMessage.Recycle(tasks));
    }

    /**
     * Runs something on every engine before its first task of this session: on those that are there at once, on those
     * that join later when they do. A later action of the same label takes the place of the former.
     */
    public void onStart(String label, Action action) {
        LinkDispatcher dispatcher = link.dispatcher();
        dispatcher.link().send(new TaskMessage.Initialise(label, dispatcher.function(action)));
    }

    /** Tells of each engine that joins, on the thread {@code client-callbacks}, until it is closed. */
    public Registration onJoined(Consumer<EngineDescription> listener) {
        return listen((before, now) -> EngineRoster.liveOnlyIn(now, before), listener);
    }

    /** Tells of each engine that is lost or stopped, as it was, on the thread {@code client-callbacks}, until it is closed. */
    public Registration onLost(Consumer<EngineDescription> listener) {
        return listen(EngineRoster::liveOnlyIn, listener);
    }

    private Registration listen(
            BiFunction<List<EngineInfo>, List<EngineInfo>, List<EngineInfo>> what,
            Consumer<EngineDescription> listener) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return link.dispatcher().roster().listen((before, now) -> {
            for (EngineInfo engine : what.apply(before, now)) {
                Callbacks.run(loader, () -> listener.accept(EngineDescription.of(engine)));
            }
        });
    }

    // Its views.

    /** All engines: whichever there are at each call. */
    public DirectView view() {
        return view(TargetSpec.ALL);
    }

    /**
     * Engines as they are named in the language of targets: {@code 0-3,7}, {@code all}, {@code -1}, {@code ::2},
     * {@code 0-7!3}, {@code @group}, {@code ?2}. Looked up at each call.
     *
     * @throws IllegalArgumentException if the text is not of the language
     */
    public DirectView view(String targets) {
        return view(spec(targets));
    }

    /** The engines of these numbers, in this order. */
    public DirectView view(int... ids) {
        if (ids.length == 0) {
            throw new NoEnginesException(
                    "A view of no engines was asked for. Name some: view(0, 1), or view() for all.");
        }
        return view(spec(IntStream.of(ids).mapToObj(Integer::toString).collect(Collectors.joining(","))));
    }

    private DirectView view(TargetSpec spec) {
        return new DirectView(spec.toString(), new DirectCalls(link, () -> link.resolve(spec), ViewOptions.PLAIN));
    }

    /** One engine, whose calls give single values. */
    public EngineView engine(int id) {
        TargetSpec spec = spec(Integer.toString(id));
        return new EngineView(id, new DirectCalls(link, () -> link.resolve(spec), ViewOptions.PLAIN));
    }

    /** Whichever engines are free. */
    public LoadBalancedView balanced() {
        return new LoadBalancedView(link);
    }

    /** What each engine has to do and has done. */
    public Statistics statistics() {
        return Statistics.of(ask(new TaskMessage.AskLoads(), TaskMessage.Loads.class));
    }

    /**
     * Several results, each given when it has ended, however it did: whichever ends first comes first. A cell or task that
     * is stopped while it waits for the next cancels them.
     */
    public <R extends AsyncResult<?>> Iterable<R> asCompleted(Collection<? extends R> results) {
        return () -> new Completions<>(results);
    }

    /**
     * Waits until all tasks have ended that this program, or at the prompt this session, had submitted and not yet got
     * back, however they do. If it is stopped meanwhile, they are cancelled.
     */
    public void waitAll() throws InterruptedException {
        Waiting.awaitAll(link.dispatcher().outstanding(), Long.MAX_VALUE);
    }

    /** Waits until all tasks of a group have ended, however they did. */
    public void waitAll(JobGroup group) throws InterruptedException {
        group.await();
    }

    /**
     * Names engines: {@code @name} is those of them that live, in the language of targets, for cells and for all programs
     * of this cluster. After the groups of clush.
     *
     * @param targets looked up now
     */
    public void group(String name, String targets) {
        if (!EngineGroup.isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be the name of a group. Use letters, digits, _ and -.");
        }
        ask(new TaskMessage.NameEngines(new EngineGroup(name, link.resolve(spec(targets)))), Message.Ack.class);
    }

    /**
     * Forgets a name that was given by {@link #group} or {@code %engines group}.
     *
     * @throws ClusterException if nothing is called so
     */
    public void ungroup(String name) {
        ask(new TaskMessage.NameEngines(new EngineGroup(name, List.of())), Message.Ack.class);
    }

    /** The groups: those that were named, and the engines that were started under a name. */
    public Map<String, List<Integer>> groups() {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (EngineGroup group : link.news().groups()) {
            groups.put(
                    group.name(), group.engines().stream().map(EngineId::number).toList());
        }
        return groups;
    }

    /** For the views of this package. */
    ClusterLink link() {
        return link;
    }

    /** @throws IllegalArgumentException if the text is not of the language */
    static TargetSpec spec(String targets) {
        try {
            return TargetSpec.parse(targets);
        } catch (TargetException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private <M extends Message> M ask(TaskMessage question, Class<M> answer) {
        try {
            return Answers.await(link.dispatcher().link().ask(question), answer);
        } catch (LinkException e) {
            throw new ClusterException(e.getMessage(), e.getCause());
        }
    }

    private static List<EngineId> engineIds(int... ids) {
        return Arrays.stream(ids).mapToObj(EngineId::new).toList();
    }
}
