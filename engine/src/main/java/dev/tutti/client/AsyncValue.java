package dev.tutti.client;

import dev.tutti.engine.wire.Parcel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The promise of one value. */
final class AsyncValue<T> extends AsyncResult<T> {

    private final boolean decoding;

    /** @param decoding whether each part's own value is of interest */
    AsyncValue(Parts parts, Function<List<Part>, T> assembly, boolean decoding) {
        super(parts, assembly);
        this.decoding = decoding;
    }

    static <T> AsyncResult<T> ofParcels(Parts parts, Function<List<Parcel>, T> assembly) {
        Once<T> once = new Once<>(assembly);
        return new AsyncValue<>(parts, once::of, false);
    }

    @Override
    Optional<RuntimeException> error(Part part) {
        return decoding ? part.error() : part.failure();
    }

    /** A value that is made when it is first asked for. */
    private static final class Once<T> {

        private final Function<List<Parcel>, T> assembly;
        private boolean made;
        private T value;

        Once(Function<List<Parcel>, T> assembly) {
            this.assembly = assembly;
        }

        synchronized T of(List<Part> parts) {
            if (!made) {
                value = assembly.apply(parts.stream().map(Part::parcel).toList());
                made = true;
            }
            return value;
        }
    }
}
