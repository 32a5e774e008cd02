package dev.tutti.engine.stream;

/** The engine's streams in the place of the JVM's, until closed. */
public interface Streams extends AutoCloseable {

    @Override
    void close();
}
