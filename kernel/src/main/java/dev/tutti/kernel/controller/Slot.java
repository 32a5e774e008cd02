package dev.tutti.kernel.controller;

import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.EngineSettings;
import dev.tutti.engine.wire.Message;
import dev.tutti.engine.wire.RequestId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** An engine's slot: what is known of the process in it now. Its number stays over restarts, all else is of the process. */
final class Slot {

    /** Why an engine is gone that was asked to go. */
    static final String STOPPED = "it was stopped";

    private final EngineId id;
    private boolean known;
    private boolean stopping;
    private EngineState state = EngineState.STARTING;
    private Instant since;
    private EngineSettings settings = EngineSettings.PLAIN;
    private Optional<LaunchId> launch = Optional.empty();
    private String token = "";
    private Optional<ConnectionId> connection = Optional.empty();
    private Optional<Exit> exit = Optional.empty();
    private Optional<String> lost = Optional.empty();
    private String host = "";
    private long pid;
    private long heapUsedBytes;
    private long heapMaxBytes;

    /** Calls that wait for the engine to join. */
    final Set<RequestId> starts = new LinkedHashSet<>();

    /** Cells that it runs, oldest first: the first is running, others wait for it. */
    final SequencedMap<RequestId, OutputFlow> cells = new LinkedHashMap<>();

    /** Clients that do not read what its tasks print: meanwhile it is not read either. */
    final Set<Long> heldFor = new HashSet<>();

    /** Questions that it has not answered. */
    final Set<RequestId> questions = new LinkedHashSet<>();

    /** What its process wrote before it joined. */
    final StringBuilder early = new StringBuilder();

    /** What it prints outside of cells. */
    final StrayOutput stray;

    /** When it was last heard of, and whether that is long ago and has been told. */
    final Vitals vitals = new Vitals();

    Slot(EngineId id, Instant now) {
        this.id = id;
        this.stray = new StrayOutput(id);
        this.since = now;
    }

    EngineId id() {
        return id;
    }

    /** With what its processes are started. */
    EngineSettings settings() {
        return settings;
    }

    void settings(EngineSettings given) {
        settings = given;
    }

    Optional<LaunchId> launch() {
        return launch;
    }

    String token() {
        return token;
    }

    Optional<ConnectionId> connection() {
        return connection;
    }

    Optional<Exit> exit() {
        return exit;
    }

    long pid() {
        return pid;
    }

    EngineState state() {
        return state;
    }

    /** Whether a process of this slot has ever joined: then the slot stays, whatever happens. */
    boolean known() {
        return known;
    }

    /** Whether a process has been started that has not joined yet. */
    boolean launching() {
        return state == EngineState.STARTING && launch.isPresent();
    }

    /** Whether it has joined and is not known to be gone. */
    boolean joined() {
        return state == EngineState.IDLE || state == EngineState.BUSY;
    }

    /** Whether it has been asked to end for good. */
    boolean stopping() {
        return stopping;
    }

    /** It is asked to end for good. */
    void stop() {
        stopping = true;
    }

    /** Whether requests can be sent to it. */
    boolean reachable() {
        return joined() && !stopping && connection.isPresent() && exit.isEmpty();
    }

    /** Whether output that waits forbids reading its connection. */
    boolean held() {
        return stray.held() || !heldFor.isEmpty() || cells.values().stream().anyMatch(OutputFlow::held);
    }

    /** Whether its connection must be read whatever waits: something is to come that cannot wait. */
    boolean mustRead() {
        return exit.isPresent() || cells.values().stream().anyMatch(OutputFlow::dropping);
    }

    /** Why a request cannot be sent to it. */
    String absence() {
        return switch (state) {
            case STARTING -> "it is still starting";
            case LOST -> lost.orElse("it is gone");
            case IDLE, BUSY -> stopping ? STOPPED : exit.map(Exit::reason).orElse("its connection has closed");
        };
    }

    /** Forgets the process; the next one is awaited. */
    void reset(Instant now) {
        launch = Optional.empty();
        token = "";
        connection = Optional.empty();
        exit = Optional.empty();
        lost = Optional.empty();
        pid = 0;
        heapUsedBytes = 0;
        heapMaxBytes = 0;
        early.setLength(0);
        stray.release();
        heldFor.clear();
        enter(EngineState.STARTING, now);
    }

    void launch(LaunchId launch, String token) {
        this.launch = Optional.of(launch);
        this.token = token;
    }

    void join(ConnectionId connection, Message.Hello hello, Instant now) {
        this.connection = Optional.of(connection);
        known = true;
        token = "";
        pid = hello.pid();
        host = hello.host();
        vitals.joined(now);
        enter(EngineState.IDLE, now);
    }

    void exited(Exit exit) {
        this.exit = Optional.of(exit);
    }

    void disconnected() {
        connection = Optional.empty();
    }

    void lose(String reason, Instant now) {
        launch = Optional.empty();
        connection = Optional.empty();
        lost = Optional.of(reason);
        enter(EngineState.LOST, now);
    }

    void heap(Message.Pong pong) {
        heapUsedBytes = pong.heapUsedBytes();
        heapMaxBytes = pong.heapMaxBytes();
    }

    void begin(RequestId execution, OutputFlow flow, Instant now) {
        cells.put(execution, flow);
        enter(EngineState.BUSY, now);
    }

    /** The cell has ended here. */
    Optional<OutputFlow> end(RequestId execution, Instant now) {
        OutputFlow flow = cells.remove(execution);
        if (joined()) {
            enter(cells.isEmpty() ? EngineState.IDLE : EngineState.BUSY, now);
        }
        return Optional.ofNullable(flow);
    }

    /** What clients are told of it. */
    EngineInfo info() {
        EngineInfo.State shown = switch (state) {
            case STARTING -> EngineInfo.State.STARTING;
            case IDLE, BUSY -> stopping ? EngineInfo.State.LOST : EngineInfo.State.LIVE;
            case LOST -> EngineInfo.State.LOST;
        };
        return new EngineInfo(id, shown, host, pid, settings.name(), settings.resources());
    }

    EngineStatus status() {
        return new EngineStatus(
                id,
                host,
                pid,
                state,
                since,
                heapUsedBytes,
                heapMaxBytes,
                state == EngineState.BUSY
                        ? Optional.of(cells.firstEntry().getValue().cell())
                        : Optional.empty(),
                lost,
                settings.attached());
    }

    private void enter(EngineState next, Instant now) {
        if (state != next) {
            state = next;
            since = now;
        }
    }
}
