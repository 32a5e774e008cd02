package dev.tutti.client;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.link.Link;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineInfo;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskEnd;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskId;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOptions;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The dispatcher over a link: closures encoded, tasks numbered and remembered until their ends come. Any thread. */
final class LinkDispatcher implements Dispatcher, Link.Listener {

    private final Link link;
    private final ValueCodec codec;
    private final SpoolFiles files;
    private final ContextStore contexts = new ContextStore();
    private final ClosureEncoder closures;
    private final Optional<OwnClasses> ownClasses;
    private final PendingTasks pending = new PendingTasks();
    private final EngineRoster roster = new EngineRoster();
    private final Names names;
    private final AtomicLong lastTask = new AtomicLong();

    /** Programs have no cells. */
    private final Optional<Settling> settling;

    /**
     * Over a link that is to tell this its news.
     *
     * @param references those that its codec reads
     * @param ownClasses of a program that serves the classes of its session itself
     */
    LinkDispatcher(Link link, ValueCodec codec, ClientReferences references, Optional<OwnClasses> ownClasses) {
        references.of(this, codec);
        this.link = link;
        this.codec = codec;
        this.files = new SpoolFiles(codec);
        this.ownClasses = ownClasses;
        // Kernels number their sessions upwards from 1, a controller those of programs downwards.
        boolean ofKernel = link.session().value() > 0;
        this.settling = ofKernel ? Optional.of(new Settling(link)) : Optional.empty();
        this.names = new Names(this, ofKernel);
        if (!ofKernel) {
            closures = ClosureEncoder.ofProgram(codec, files);
        } else {
            CaptureCache captures = new CaptureCache(link);
            ContextDigest digest = new ContextDigest(link.spool());
            closures = ClosureEncoder.ofSession(
                    codec, files, captures, new ContextMaker(codec, captures, digest, contexts, files));
        }
    }

    /** The results that wait for tasks which have been sent and have not ended. */
    List<Parts> outstanding() {
        return pending.sinks().stream()
                .flatMap(sink -> sink.owner().stream())
                .distinct()
                .toList();
    }

    EngineRoster roster() {
        return roster;
    }

    Names names() {
        return names;
    }

    ClosureEncoder closures() {
        return closures;
    }

    @Override
    public List<EngineInfo> engines() {
        return roster.news().live();
    }

    @Override
    public TaskFunction function(Object function) {
        return closures.function(function);
    }

    /** For one submission: files of large arguments go when the task has ended. */
    @Override
    public List<Parcel> arguments(List<?> arguments) {
        return closures.arguments(arguments);
    }

    /** A block of an array or list, made ready to travel as an argument. */
    Parcel block(Object sequence, int from, int to) {
        try {
            return files.kept(codec.encodeRange(sequence, from, to).parcel());
        } catch (UnsendableException e) {
            throw new UnsendableClosureException("The sequence cannot be sent: " + ClosureEncoder.path(e), null);
        }
    }

    /** The blocks of a sequence put together; their files stay until they are unreachable. */
    Object joined(List<Parcel> blocks) {
        try {
            return codec.join(blocks);
        } catch (UnsendableException e) {
            throw new RemoteException("The blocks came, but cannot be read here: " + e.getMessage(), null);
        }
    }

    /** Nobody will read these any more. */
    void release(List<Parcel> read) {
        read.forEach(files::release);
    }

    @Override
    public Object value(Parcel parcel) {
        try {
            return codec.decode(parcel);
        } catch (UnsendableException e) {
            throw new RemoteException("The value came, but cannot be read here: " + e.getMessage(), null);
        } finally {
            files.release(parcel);
        }
    }

    @Override
    public TaskId next() {
        return new TaskId(lastTask.incrementAndGet());
    }

    @Override
    public void submit(List<TaskFunction> functions, List<TaskOptions> options, List<Sent> tasks) {
        List<TaskSpec> specs = new ArrayList<>(tasks.size());
        for (Sent task : tasks) {
            TaskFunction function = functions.get(task.spec().function());
            TaskOptions how = options.get(task.spec().options());
            pending.add(
                    task.spec().id(),
                    how,
                    task.sink(),
                    kept(function, task.spec().arguments()));
            specs.add(task.spec());
        }
        link.send(new TaskMessage.Submit(functions, options, specs));
        pending.sent();
        settling.ifPresent(Settling::sent);
    }

    /** What must outlive the submission: almost always nothing. */
    private static Object kept(TaskFunction function, List<Parcel> arguments) {
        boolean held = arguments.stream()
                .anyMatch(argument -> SpoolFiles.hasFiles(argument) || argument.codec() == Codec.REFERENCE);
        boolean needed = function instanceof TaskFunction.Call(var context, var code)
                && (context.isPresent() || SpoolFiles.hasFiles(code));
        return held || needed ? new Kept(needed ? function : null, held ? arguments : List.of()) : null;
    }

    private record Kept(TaskFunction function, List<Parcel> arguments) {}

    @Override
    public void cancel(TaskMessage.Cancel cancel) {
        link.send(cancel);
    }

    @Override
    public Link link() {
        return link;
    }

    /** How many tasks have not ended. */
    int pendingTasks() {
        return pending.size();
    }

    @Override
    public void received(TaskMessage message) {
        switch (message) {
            case TaskMessage.TasksEnded(var ends) -> ends.forEach(this::ended);
            case TaskMessage.TaskOutput output -> pending.output(output);
            case TaskMessage.TaskProgress progress -> pending.progress(progress);
            case TaskMessage.EnginesChanged news -> roster.changed(news);
            case TaskMessage.ClientHello _,
                    TaskMessage.ClientWelcome _,
                    TaskMessage.Submit _,
                    TaskMessage.Cancel _,
                    TaskMessage.Initialise _,
                    TaskMessage.Recycle _,
                    TaskMessage.StartEngines _,
                    TaskMessage.RestartEngines _,
                    TaskMessage.StopEngines _,
                    TaskMessage.NameEngines _,
                    TaskMessage.EnginesStarted _,
                    TaskMessage.AskLoads _,
                    TaskMessage.Loads _,
                    TaskMessage.AskCaptures _,
                    TaskMessage.Captures _,
                    TaskMessage.AskVariable _,
                    TaskMessage.VariableFound _,
                    TaskMessage.ExecuteCode _,
                    TaskMessage.CodeExecuted _,
                    TaskMessage.Run _,
                    TaskMessage.Recall _,
                    TaskMessage.RunsEnded _,
                    TaskMessage.RunProgress _,
                    TaskMessage.RunWaits _,
                    TaskMessage.AskContext _,
                    TaskMessage.Context _ -> {
                // Answers and what is said to others: never said to a client unasked.
            }
        }
    }

    private void ended(TaskEnd end) {
        pending.ended(kept(end), this::gone);
    }

    /** A value that nobody ever asks for must not leave its file behind. */
    private TaskEnd kept(TaskEnd end) {
        if (!(end.outcome() instanceof TaskOutcome.Value(var parcel)) || !SpoolFiles.hasFiles(parcel)) {
            return end;
        }
        return new TaskEnd(
                end.task(),
                end.engine(),
                new TaskOutcome.Value(files.kept(parcel)),
                end.submittedMillis(),
                end.startedMillis(),
                end.wallNanos(),
                end.cpuNanos());
    }

    private void gone(Object kept) {
        if (kept instanceof Kept(_, var arguments)) {
            arguments.forEach(files::release);
        }
    }

    @Override
    public void closed(String reason) {
        roster.lost(reason);
        pending.loseAll(reason);
    }

    @Override
    public Optional<byte[]> classFile(String name) {
        return ownClasses.flatMap(classes -> classes.find(name));
    }

    @Override
    public Optional<TaskMessage.Context> context(ContextId id) {
        return contexts.find(id);
    }
}
