package dev.tutti.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tutti.client.Call;
import dev.tutti.client.Fn;
import dev.tutti.engine.wire.Codec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambdas and method references travel as their site and their captured values. */
final class LambdaValuesTest {

    @TempDir
    Path folder;

    private ValueCodec codec() {
        return codec(LambdaValuesTest.class.getClassLoader());
    }

    private ValueCodec codec(ClassLoader loader) {
        return ValueCodec.of(loader, folder, (engine, number) -> null);
    }

    @SuppressWarnings("unchecked")
    private <T> T again(T value) throws UnsendableException {
        Encoded encoded = codec().encode(value);
        assertThat(encoded.parcel().codec()).isEqualTo(Codec.LAMBDA);
        return (T) codec().decode(encoded.parcel());
    }

    record Point(int x, int y) {
        int sum() {
            return x + y;
        }
    }

    @Test
    void aLambdaIsCalledAsItWas() throws Exception {
        int k = 5;
        String text = "t";
        Point point = new Point(1, 2);
        Fn<Integer, Integer> inner = x -> x + k;
        Call<String> call = () -> text + inner.apply(1) + point.sum();

        assertThat(again(call).call()).isEqualTo("t63");
        assertThat(again(again(call)).call()).isEqualTo("t63");
    }

    @Test
    void methodReferencesTravel() throws Exception {
        Fn<Point, Integer> unbound = Point::sum;
        Call<Integer> bound = new Point(3, 4)::sum;
        Call<List<String>> constructor = ArrayList::new;

        assertThat(again(unbound).apply(new Point(1, 1))).isEqualTo(2);
        assertThat(again(bound).call()).isEqualTo(7);
        assertThat(again(constructor).call()).isEmpty();
    }

    @Test
    void lambdasOfTheJdkTravel() throws Exception {
        Comparator<Point> byX = Comparator.comparing((Function<Point, Integer> & java.io.Serializable) Point::x);

        assertThat(again(byX).compare(new Point(1, 0), new Point(2, 0))).isNegative();
    }

    @Test
    void anObjectThatTwoCapturesReachStaysOne() throws Exception {
        Map<String, Integer> map = new HashMap<>(Map.of("a", 1));
        List<Object> holder = new ArrayList<>(List.of(map));
        AtomicInteger count = new AtomicInteger();
        Call<Boolean> same = () -> holder.getFirst() == map && count.incrementAndGet() == 1;

        assertThat(again(same).call()).isTrue();
    }

    @Test
    void lambdasDeepInAGraphTravel() throws Exception {
        int k = 2;
        Fn<Integer, Integer> times = x -> x * k;
        Map<String, Object> graph = Map.of("fs", new ArrayList<>(List.of(times, times)));

        @SuppressWarnings("unchecked")
        Map<String, List<Fn<Integer, Integer>>> back = (Map<String, List<Fn<Integer, Integer>>>)
                codec().decode(codec().encode(graph).parcel());

        assertThat(back.get("fs").get(0).apply(21)).isEqualTo(42);
        assertThat(back.get("fs").get(1)).isSameAs(back.get("fs").get(0));
    }

    @Test
    void aPlainLambdaIsRefusedWithWhatToDo() {
        Callable<Integer> plain = () -> 1;

        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(plain))
                .withMessageContaining("java.util.concurrent.Callable")
                .withMessageContaining("dev.tutti.client.Call");
        Supplier<Integer> other = () -> 2;
        Call<Integer> around = () -> other.get();
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(around))
                .withMessageContaining("capture other → a lambda")
                .withMessageContaining("java.util.function.Supplier");
        assertThatExceptionOfType(UnsendableException.class)
                .isThrownBy(() -> codec().encode(List.of(plain)))
                .withMessageContaining("[0] → a lambda");
    }

    @Test
    void theSessionsCodeIsToldWithTheValue() throws Exception {
        PromptClasses prompt = new PromptClasses(folder).with(3, """
            public record P(int x) { public int twice() { return 2 * x; } }
            public enum E { A, B { int n() { return 2; } }; int n() { return 1; } }
            public static class Mine extends ArrayList<Object> {}
            public static Object one() { int k = 4; return (Call<Integer>) () -> k + 1; }
            public static Object two() { P p = new P(3); return (Call<Integer>) p::twice; }
            public static Object three() { return (Call<Integer>) () -> 3; }
            public static Object deep() { return Map.of("k", List.of(new P(1), one())); }
            public static Object constants() { return List.of(E.A, E.B); }
            public static Object anonymous() { return new Callable<Object>() { public Object call() { return 8; } }; }
            public static Object collection() { Mine m = new Mine(); m.add(1); return List.of(m); }
            public static Object failure() { return new Oops("x"); }
            public static class Oops extends RuntimeException { Oops(String m) { super(m); } }
            """);
        ClassLoader loader = prompt.loader();
        String wrapper = "REPL.$JShell$3";

        CodeSite lambda = code(loader, "one").iterator().next();
        assertThat(lambda.className()).isEqualTo(wrapper);
        assertThat(lambda.method()).startsWith("lambda$one$");
        assertThat(lambda.descriptor()).isEqualTo("(I)Ljava/lang/Integer;");
        assertThat(code(loader, "two"))
                .containsExactlyInAnyOrder(
                        new CodeSite(wrapper + "$P", "twice", "()I"), new CodeSite(wrapper + "$P", "", ""));
        assertThat(code(loader, "deep")).containsExactlyInAnyOrder(lambda, new CodeSite(wrapper + "$P", "", ""));
        assertThat(code(loader, "constants")).contains(new CodeSite(wrapper + "$E", "", ""));
        assertThat(code(loader, "anonymous")).containsExactly(new CodeSite(wrapper + "$1", "", ""));
        assertThat(code(loader, "collection")).contains(new CodeSite(wrapper + "$Mine", "", ""));
        assertThat(code(loader, "failure")).contains(new CodeSite(wrapper + "$Oops", "", ""));
    }

    @Test
    void eachValueTellsOfItsOwnCodeAlone() throws Exception {
        ClassLoader loader = new PromptClasses(folder).with(4, """
            public record P(int x) {}
            public record Q(int x) {}
            public static Object p() { return List.of(new P(1)); }
            public static Object q() { return List.of(new Q(1)); }
            """).loader();
        ValueCodec codec = codec(loader);

        for (int i = 0; i < 3; i++) {
            for (String name : List.of("p", "q")) {
                assertThat(codec.encode(PromptClasses.call(loader, 4, name)).code())
                        .containsExactly(new CodeSite("REPL.$JShell$4$" + name.toUpperCase(), "", ""));
            }
        }
        assertThat(codec.encode(List.of(1)).code()).isEmpty();
    }

    private Set<CodeSite> code(ClassLoader loader, String method) throws Exception {
        Encoded encoded = codec(loader).encode(PromptClasses.call(loader, 3, method));
        codec(loader).decode(encoded.parcel());
        return encoded.code();
    }
}
