package dev.tutti.client;

/**
 * A value that stayed on its engine. As an argument of a later call there, or in a list or map that is one, it stands for
 * the value itself; {@link #get} brings it. The value is freed by {@link #close}, or some time after the reference is
 * unreachable and all calls that had it as an argument have ended. Any thread. The idea is that of Dask's futures and of Julia's remote references.
 *
 * @param <T> the value's type
 */
public sealed interface RemoteReference<T> extends AutoCloseable permits HeldReference {

    /** The number of the engine that has the value. */
    int engineId();

    /**
     * Brings the value.
     *
     * @throws TaskRefusedException if it has been freed, or the engine was started anew since
     * @throws RemoteException if it cannot be sent
     */
    T get();

    /** Frees the value. Calls that use the reference later fail. */
    @Override
    void close();
}
