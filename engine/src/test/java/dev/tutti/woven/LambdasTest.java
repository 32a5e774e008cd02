package dev.tutti.woven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Lambdas made again from their serialized form, of every kind of code that can be behind one. */
final class LambdasTest {

    interface Fn<A, R> extends Function<A, R>, Serializable {}

    interface Get<T> extends Supplier<T>, Serializable {}

    interface IntMaker<T> extends IntFunction<T>, Serializable {}

    interface Mark {}

    interface General {
        Object of(String text);
    }

    interface Special extends General {
        @Override
        String of(String text);
    }

    static class Parent {
        String name() {
            return "parent";
        }
    }

    static final class Child extends Parent {
        @Override
        String name() {
            return "child";
        }

        Get<String> parents() {
            return super::name;
        }

        Get<String> own() {
            return () -> hidden();
        }

        private String hidden() {
            return "hidden in " + name();
        }
    }

    interface Asking {
        String answer();

        default Get<String> ask() {
            return () -> answer() + "!";
        }
    }

    @Test
    void aLambdaWithoutCapturesIsMadeAgain() throws Exception {
        Fn<Integer, Integer> twice = x -> x * 2;

        assertThat(again(twice).apply(21)).isEqualTo(42);
    }

    @Test
    void capturedValuesOfAllTypesComeAlong() throws Exception {
        boolean z = true;
        byte b = 1;
        char c = 'c';
        short s = 2;
        int i = 3;
        long j = 4;
        float f = 5;
        double d = 6;
        String text = "t";
        int[] array = {7};
        Get<String> all = () -> "" + z + b + c + s + i + j + f + d + text + array[0];

        assertThat(again(all).get()).isEqualTo("true1c2345.06.0t7");
    }

    @Test
    void methodReferencesOfEveryKindAreMadeAgain() throws Exception {
        Fn<String, Integer> ofStatic = Integer::parseInt;
        Fn<String, Integer> ofVirtual = String::length;
        Fn<Collection<String>, Integer> ofInterface = Collection::size;
        Get<List<String>> ofConstructor = ArrayList::new;
        Get<Integer> bound = "four"::length;
        IntMaker<int[]> ofArray = int[]::new;

        assertThat(again(ofStatic).apply("12")).isEqualTo(12);
        assertThat(again(ofVirtual).apply("abc")).isEqualTo(3);
        assertThat(again(ofInterface).apply(List.of("a"))).isEqualTo(1);
        assertThat(again(ofConstructor).get()).isEmpty();
        assertThat(again(bound).get()).isEqualTo(4);
        assertThat(again(ofArray).apply(3)).hasSize(3);
    }

    @Test
    void codeThatNeedsItsObjectFindsIt() throws Exception {
        Asking asking = () -> "yes";

        assertThat(again(new Child().parents(), lookup(Child.class)).get()).isEqualTo("parent");
        assertThat(again(new Child().own(), lookup(Child.class)).get()).isEqualTo("hidden in child");
        assertThat(again(asking.ask(), lookup(Asking.class)).get()).isEqualTo("yes!");
    }

    @Test
    void whatIsMadeAgainCanBeSerializedAgain() throws Exception {
        int k = 5;
        Fn<Integer, Integer> plus = x -> x + k;

        Fn<Integer, Integer> third = again(again(plus));

        assertThat(third.apply(1)).isEqualTo(6);
    }

    @Test
    void anotherAbstractMethodOfTheSameNameIsBridged() throws Exception {
        Special special = (Special & Serializable) text -> text + "!";
        General general = again(special);

        assertThat(general.of("a")).isEqualTo("a!");
    }

    @Test
    void markersAreKeptWhereTheyAreTold() throws Exception {
        Callable<String> marked = (Callable<String> & Mark & Serializable) () -> "m";
        SerializedLambda form = serialized(marked);

        Object made = Lambdas.link(MethodHandles.lookup(), LambdaSite.of(form), 0, List.of(Mark.class))
                .make(new Object[0]);

        assertThat(made).isInstanceOf(Mark.class).isInstanceOf(Callable.class);
    }

    @Test
    void aSiteIsLinkedOnce() throws Exception {
        ToIntFunction<String> length = (ToIntFunction<String> & Serializable) String::length;

        Object first = again(length);
        Object second = again(length);

        assertThat(second.getClass()).isSameAs(first.getClass());
    }

    @Test
    void codeThatIsNotThereIsNamed() throws Exception {
        Get<String> get = () -> "x";
        SerializedLambda form = serialized(get);
        SerializedLambda other = new SerializedLambda(
                LambdasTest.class,
                form.getFunctionalInterfaceClass(),
                form.getFunctionalInterfaceMethodName(),
                form.getFunctionalInterfaceMethodSignature(),
                form.getImplMethodKind(),
                form.getImplClass(),
                "nowhere",
                form.getImplMethodSignature(),
                form.getInstantiatedMethodType(),
                new Object[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lambdas.resolve(MethodHandles.lookup(), other))
                .withMessageContaining("LambdasTest.nowhere");
    }

    /** As the weaver makes them: an ordinary lambda made serializable, and a method that makes it again. */
    @Test
    void aWovenClassMakesItsLambdasAgain() throws Exception {
        Class<?> woven = WovenLambda.define();
        BiFunction<?, ?, ?> plus =
                (BiFunction<?, ?, ?>) woven.getMethod("plus", int.class).invoke(null, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(plus);
        }

        Object back = new LoaderStream(bytes.toByteArray(), woven.getClassLoader()).readObject();

        @SuppressWarnings("unchecked")
        BiFunction<Object, Object, Object> function = (BiFunction<Object, Object, Object>) back;
        assertThat(function.apply(10, 20)).isEqualTo(33);
    }

    private static final class LoaderStream extends ObjectInputStream {
        private final ClassLoader loader;

        LoaderStream(byte[] bytes, ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
        }
    }

    private static <T> T again(T lambda) throws Exception {
        return again(lambda, MethodHandles.lookup());
    }

    @SuppressWarnings("unchecked")
    private static <T> T again(T lambda, MethodHandles.Lookup caller) throws Exception {
        return (T) Lambdas.resolve(caller, serialized(lambda));
    }

    private static MethodHandles.Lookup lookup(Class<?> capturing) throws IllegalAccessException {
        return MethodHandles.privateLookupIn(capturing, MethodHandles.lookup());
    }

    private static SerializedLambda serialized(Object lambda) throws Exception {
        Method replace = lambda.getClass().getDeclaredMethod("writeReplace");
        replace.setAccessible(true);
        return (SerializedLambda) replace.invoke(lambda);
    }
}
