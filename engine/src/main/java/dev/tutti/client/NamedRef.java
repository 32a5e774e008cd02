package dev.tutti.client;

import dev.tutti.engine.codec.Named;
import dev.tutti.engine.execute.Place;
import java.util.Objects;

/** A name that stands for a value, as the codec knows it. */
record NamedRef(String name) implements Ref, Named {

    NamedRef {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || name.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not the name of a variable. A reference names one, without dots.");
        }
    }

    @Override
    public Object here() {
        return Place.value(name);
    }
}
