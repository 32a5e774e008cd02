package dev.tutti.client;

import java.util.List;
import java.util.function.Function;

/** The promise of one value. */
final class AsyncValue<T> extends AsyncResult<T> {

    AsyncValue(Parts parts, Function<List<Part>, T> assembly) {
        super(parts, assembly);
    }
}
