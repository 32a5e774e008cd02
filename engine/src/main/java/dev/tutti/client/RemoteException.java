package dev.tutti.client;

import dev.tutti.engine.wire.Fault;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What failed on an engine: by itself an exception of user code there, in its subclasses everything else that can become
 * of a task but a cancellation ({@link TaskCancelledException}).
 *
 * <p>The cause is the exception as it was, if it could be sent and read here, else a stand-in with its name, message and
 * causes; its frames are those of user code on the engine. The idea is ipyparallel's RemoteError.
 */
public sealed class RemoteException extends RuntimeException
        permits CompositeException,
                EngineLostException,
                ImpossibleTaskException,
                NoEnginesException,
                TaskRefusedException,
                TaskTimeoutException {

    private static final long serialVersionUID = 1L;
    private static final int NO_ENGINE = Integer.MIN_VALUE;

    private final int engine;
    private final String className;
    private final String reason;
    private final boolean decoded;
    private final transient Fault fault;
    private transient Inputs inputs;

    RemoteException(String message, Throwable cause) {
        this(OptionalInt.empty(), message, cause);
    }

    /** @param reason a sentence, or what comes after the engine's name and a colon */
    RemoteException(OptionalInt engine, String reason, Throwable cause) {
        super(withEngine(engine, reason), cause);
        this.engine = engine.orElse(NO_ENGINE);
        this.className = "";
        this.reason = reason;
        this.decoded = false;
        this.fault = null;
    }

    /** User code threw; {@code original} is the exception itself, if it could be read here. */
    RemoteException(OptionalInt engine, Fault fault, Optional<Throwable> original) {
        super(withEngine(engine, RemoteCause.text(fault)), original.orElseGet(() -> new RemoteCause(fault)));
        this.engine = engine.orElse(NO_ENGINE);
        this.className = fault.className();
        this.reason = RemoteCause.text(fault);
        this.decoded = original.isPresent();
        this.fault = fault;
        original.ifPresent(thrown -> RemoteCause.cutFrames(thrown, fault));
    }

    /** The number of the engine; none if it never came to one, or for a {@link CompositeException}. */
    public OptionalInt engine() {
        return engine == NO_ENGINE ? OptionalInt.empty() : OptionalInt.of(engine);
    }

    /** The class of what user code threw, as its author wrote it; empty if nothing was thrown there. */
    public String className() {
        return className;
    }

    /** The exception that user code threw, if it could be sent and read here. */
    public Optional<Throwable> original() {
        return decoded ? Optional.of(getCause()) : Optional.empty();
    }

    /**
     * Throws the exception that user code threw, as it was; this one if that could not be read here.
     *
     * @throws Throwable always
     */
    public void raise() throws Throwable {
        throw decoded ? getCause() : this;
    }

    /** What failed was made of these, if that is known. */
    void of(Optional<Inputs> task) {
        inputs = task.orElse(null);
    }

    /**
     * Runs what failed once more, here and now, with the arguments that it had: for a debugger, or to see what it prints.
     * A {@link RemoteReference} is fetched, a {@link Ref} stands for the value that its name has here; of a map, the whole
     * chunk or block is run.
     *
     * @return what it gives, if it does not fail here
     * @throws IllegalStateException if this is not of a call of a function that this program has made
     * @throws Exception what it throws here
     */
    public Object replay() throws Exception {
        if (inputs == null) {
            throw new IllegalStateException(
                    "Only a failed call of a function that this program has made can be replayed.");
        }
        return inputs.replay();
    }

    /** What two exceptions must have in common to be shown as one. */
    Object likeness() {
        return fault == null ? getClass().getName() + reason : fault;
    }

    /** What is shown of it where the engines are named beside. */
    String withoutEngine() {
        return reason;
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    private static String withEngine(OptionalInt engine, String reason) {
        return engine.isPresent() ? "Engine " + engine.getAsInt() + ": " + reason : reason;
    }
}
