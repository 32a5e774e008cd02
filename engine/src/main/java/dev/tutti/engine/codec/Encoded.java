package dev.tutti.engine.codec;

import dev.tutti.engine.wire.Parcel;
import java.util.Objects;
import java.util.Set;

/**
 * A value ready to be sent.
 *
 * @param parcel its bytes
 * @param code the code of the session's that it brings along: what that code reaches must be known before it is sent
 */
public record Encoded(Parcel parcel, Set<CodeSite> code) {
    public Encoded {
        Objects.requireNonNull(parcel, "parcel");
        code = Set.copyOf(code);
    }
}
