package dev.tutti.client;

import dev.tutti.engine.codec.CodeSite;
import dev.tutti.engine.codec.Encoded;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.execute.CarriedVariables;
import dev.tutti.engine.link.LinkException;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Function objects and arguments made ready to travel (SEMANTICS 5): encoded, and their code asked after for the session
 * variables that it reads. In a session that this program serves itself there are none. Any thread.
 */
final class ClosureEncoder {

    private final ValueCodec codec;
    private final SpoolFiles files;
    private final Optional<CaptureCache> captures;
    private final Optional<ContextMaker> contexts;

    private ClosureEncoder(
            ValueCodec codec, SpoolFiles files, Optional<CaptureCache> captures, Optional<ContextMaker> contexts) {
        this.codec = codec;
        this.files = files;
        this.captures = captures;
        this.contexts = contexts;
    }

    /** Of a program whose classes are those of its class path. */
    static ClosureEncoder ofProgram(ValueCodec codec, SpoolFiles files) {
        return new ClosureEncoder(codec, files, Optional.empty(), Optional.empty());
    }

    /** Of an engine that runs code of a kernel's session. */
    static ClosureEncoder ofSession(ValueCodec codec, SpoolFiles files, CaptureCache captures, ContextMaker contexts) {
        return new ClosureEncoder(codec, files, Optional.of(captures), Optional.of(contexts));
    }

    TaskFunction.Call function(Object function) {
        try {
            Encoded encoded = codec.encode(function);
            Parcel code = files.kept(encoded.parcel());
            Optional<ContextId> context =
                    contexts.isEmpty() ? Optional.empty() : contexts.get().context(encoded.code(), loader(function));
            return new TaskFunction.Call(context, code);
        } catch (UnsendableException e) {
            throw new UnsendableClosureException("This function cannot be sent: " + e.getMessage(), e.getCause());
        } catch (LinkException e) {
            throw new UnsendableClosureException("What this function reaches cannot be told: " + e.getMessage(), e);
        }
    }

    /** What a function would carry. Only where {@link #function} would. */
    CarriedSizes sizes(Object function) {
        try {
            Encoded encoded = codec.encode(function);
            files.kept(encoded.parcel());
            ContextMaker.Carried carried = contexts.isEmpty()
                    ? ContextMaker.Carried.NOTHING
                    : contexts.get().carried(encoded.code(), loader(function));
            return new CarriedSizes(encoded.parcel(), carried);
        } catch (UnsendableException | LinkException e) {
            throw new UnsendableClosureException(e.getMessage(), e.getCause());
        }
    }

    record CarriedSizes(Parcel code, ContextMaker.Carried carried) {}

    List<Parcel> arguments(List<?> arguments) {
        List<Parcel> parcels = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            parcels.add(argument(argument, parcels.size()));
        }
        return parcels;
    }

    private Parcel argument(Object argument, int index) {
        if (argument instanceof HeldReference<?> reference) {
            return reference.parcel();
        }
        try {
            Encoded encoded = codec.encode(argument);
            Parcel parcel = files.kept(encoded.parcel());
            requireNothingRead(encoded.code());
            return parcel;
        } catch (UnsendableException e) {
            throw new UnsendableClosureException(
                    "Argument " + (index + 1) + " cannot be sent: " + e.getMessage(), e.getCause());
        } catch (LinkException e) {
            throw new UnsendableClosureException(
                    "What argument " + (index + 1) + " reaches cannot be told: " + e.getMessage(), e);
        }
    }

    /** Session variables are carried by the function of a task, not by its arguments. */
    private void requireNothingRead(Set<CodeSite> code) throws LinkException, UnsendableException {
        if (captures.isEmpty()) {
            return;
        }
        for (CodeSite site : code) {
            TaskMessage.Captures found = captures.get().of(site);
            if (found.refusal().isPresent()) {
                throw new UnsendableException(found.refusal().get());
            }
            if (!found.reads().isEmpty()) {
                String names = String.join(
                        ", ", found.reads().stream().map(VariableRef::field).toList());
                throw new UnsendableException("its code reads " + names
                        + ", and only the function that is called carries session variables along. Use it in that"
                        + " function's body instead of handing it over as an argument.");
            }
        }
    }

    /** The loader through which the code sees its session: the function may be one of ours or the JDK's around the user's. */
    private static ClassLoader loader(Object function) {
        ClassLoader own = function.getClass().getClassLoader();
        return CarriedVariables.seesSession(own) ? own : Thread.currentThread().getContextClassLoader();
    }
}
