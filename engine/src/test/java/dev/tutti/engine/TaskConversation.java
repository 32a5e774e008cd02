package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.codec.Referable;
import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Name;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.RequestId;
import dev.tutti.engine.wire.RunSpec;
import dev.tutti.engine.wire.TaskFunction;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.TaskOutcome;
import dev.tutti.engine.wire.VariableRef;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;

/** The words to give tasks to an engine: lambdas that javac made, as a client would encode them. */
abstract class TaskConversation extends EngineConversation {

    static final long CLIENT = 11;

    private URLClassLoader clientClasses;
    private ValueCodec codec;

    @BeforeEach
    void startTheClient() throws Exception {
        Path classes = folder.resolve("classes");
        clientClasses = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        codec = ValueCodec.of(clientClasses, folder.resolve(Spool.NAME), TaskConversation::held);
    }

    /** A client holds references as they are. */
    private static Object held(EngineId engine, long number) {
        return new Held(engine, number);
    }

    /** A value on an engine, as a client holds it. */
    record Held(EngineId engine, long number) implements Referable {}

    /** The function object of an expression, written in a wrapper whose classes the engine may fetch. */
    Object written(int wrapper, String type, String expression, String... members) {
        String all = String.join("\n", members) + "\npublic static Object code() { return (dev.tutti.client." + type
                + ") " + expression + "; }";
        controller.know(cells.wrapper(wrapper, all));
        try {
            Class<?> wrapperClass = Class.forName("REPL.$JShell$" + wrapper, true, clientClasses);
            Method method = wrapperClass.getMethod("code");
            return method.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a {@code Call} gives when the client calls it itself. */
    static Object madeBy(Object callable) {
        try {
            return ((Callable<?>) callable).call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    TaskFunction call(Object function) {
        return new TaskFunction.Call(Optional.empty(), parcel(function));
    }

    TaskFunction call(ContextId context, Object function) {
        return new TaskFunction.Call(Optional.of(context), parcel(function));
    }

    /** A call of an expression that is a {@code Call<Object>}'s. */
    TaskFunction call(int wrapper, String lambda, String... members) {
        return call(written(wrapper, "Call<Object>", lambda, members));
    }

    Parcel parcel(Object value) {
        try {
            return codec.encode(value).parcel();
        } catch (UnsendableException e) {
            throw new AssertionError(e);
        }
    }

    Object value(Parcel parcel) {
        try {
            return codec.decode(parcel);
        } catch (UnsendableException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives the engine one task. */
    RequestId start(TaskFunction function, Object... arguments) {
        RequestId id = controller.newId();
        start(List.of(function), List.of(spec(id, 0, arguments)));
        return id;
    }

    void start(List<TaskFunction> functions, List<RunSpec> runs) {
        controller.send(new TaskMessage.Run(SESSION, CLIENT, List.of(), functions, runs));
    }

    RunSpec spec(RequestId id, int function, Object... arguments) {
        List<Parcel> parcels = new ArrayList<>();
        for (Object argument : arguments) {
            parcels.add(argument instanceof Parcel parcel ? parcel : parcel(argument));
        }
        return new RunSpec(id, function, OptionalInt.empty(), parcels, false);
    }

    TaskOutcome outcomeOf(TaskFunction function, Object... arguments) {
        return controller.taskAnswer(start(function, arguments)).outcome();
    }

    Object valueOf(TaskFunction function, Object... arguments) {
        TaskOutcome outcome = outcomeOf(function, arguments);
        assertThat(outcome).isInstanceOf(TaskOutcome.Value.class);
        return value(((TaskOutcome.Value) outcome).value());
    }

    String refusalOf(TaskFunction function, Object... arguments) {
        TaskOutcome outcome = outcomeOf(function, arguments);
        assertThat(outcome).isInstanceOf(TaskOutcome.Refused.class);
        return ((TaskOutcome.Refused) outcome).reason();
    }

    /** Starts a task that says on its standard output that it runs, and waits until it says so. */
    RequestId startAndAwaitOutput(TaskFunction function, Object... arguments) {
        RequestId id = start(function, arguments);
        assertThat(controller.next(id)).isInstanceOf(dev.tutti.engine.wire.Message.Output.class);
        return id;
    }

    /** A name that the session does not declare, perhaps with a path. */
    static Name name(String text) {
        List<String> words = Arrays.asList(text.split("\\."));
        return new Name(text, Optional.empty(), words.subList(1, words.size()));
    }

    /** A session variable, perhaps with a path. */
    static Name name(String text, VariableRef variable) {
        List<String> words = Arrays.asList(text.split("\\."));
        return new Name(text, Optional.of(variable), words.subList(1, words.size()));
    }

    static TaskFunction get(Name name) {
        return new TaskFunction.Get(name, Optional.empty());
    }

    static List<EngineId> engines(int... numbers) {
        return Arrays.stream(numbers).mapToObj(EngineId::new).toList();
    }
}
