package dev.tutti.client;

/** Something that goes on until it is closed: a listener, a stream of output. Closing it twice does no harm. */
public interface Registration extends AutoCloseable {

    @Override
    void close();
}
