package dev.tutti.engine;

import dev.tutti.engine.codec.ValueCodec;
import dev.tutti.engine.task.Codecs;
import java.nio.file.Path;

/** The engine's codecs, with the cluster's spool folder for what is large. */
final class SpoolCodecs implements Codecs {

    private final String spool;

    SpoolCodecs(String spool) {
        this.spool = spool;
    }

    @Override
    public ValueCodec of(ClassLoader loader, ValueCodec.References references) {
        return ValueCodec.of(loader, Path.of(spool), references);
    }
}
