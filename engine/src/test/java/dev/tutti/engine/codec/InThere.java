package dev.tutti.engine.codec;

import dev.tutti.client.Call;
import dev.tutti.client.Fn;
import dev.tutti.engine.wire.Codec;
import dev.tutti.engine.wire.EngineId;
import dev.tutti.engine.wire.Parcel;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What {@link WithoutForyTest} runs where Fory is not. */
final class InThere {

    record P(int x) implements Serializable {}

    record Reference(EngineId engine, long number) implements Referable {}

    static final class Plain {
        final int x = 1;
    }

    private InThere() {}

    private static ValueCodec codec(Path folder) {
        return ValueCodec.of(InThere.class.getClassLoader(), folder, new ValueCodec.References() {
            @Override
            public Object resolve(EngineId engine, long number) {
                return "value " + number;
            }

            @Override
            public Object reference(EngineId engine, long number) {
                return new Reference(engine, number);
            }
        });
    }

    static String serializable(Path folder) throws Exception {
        int k = 2;
        Fn<Integer, Integer> fn = x -> x * k;
        List<Object> value = new ArrayList<>(List.of(new P(1), fn, new Reference(new EngineId(1), 17)));
        Parcel parcel = codec(folder).encode(value).parcel();
        List<?> back = (List<?>) codec(folder).decode(parcel);
        @SuppressWarnings("unchecked")
        Fn<Integer, Integer> again = (Fn<Integer, Integer>) back.get(1);
        return parcel.codec() + " " + List.of(back.get(0), again.apply(21), back.get(2));
    }

    static String lambda(Path folder) throws Exception {
        int[] array = {1, 2, 3};
        Call<Integer> call = () -> Arrays.stream(array).sum();
        Parcel parcel = codec(folder).encode(call).parcel();
        return parcel.codec() + " " + ((Call<?>) codec(folder).decode(parcel)).call();
    }

    static String plain(Path folder) {
        return refusal(() -> codec(folder).encode(List.of(new Plain())));
    }

    static String graph(Path folder) {
        return refusal(() -> codec(folder).decode(new Parcel.Inline(Codec.GRAPH, new byte[100])));
    }

    static String lock(Path folder) {
        return refusal(() -> codec(folder).encode(List.of(new ReentrantLock())));
    }

    static String large(Path folder) throws Exception {
        List<Object> value = new ArrayList<>(List.of(new double[100_000]));
        Parcel parcel = codec(folder).encode(value).parcel();
        List<?> back = (List<?>) codec(folder).decode(parcel);
        return parcel.getClass().getSimpleName() + " " + (((double[]) back.getFirst()).length == 100_000);
    }

    private static String refusal(Call<?> call) {
        try {
            return "not refused: " + call.call();
        } catch (UnsendableException e) {
            return e.getMessage();
        } catch (Exception e) {
            return "failed: " + e;
        }
    }
}
