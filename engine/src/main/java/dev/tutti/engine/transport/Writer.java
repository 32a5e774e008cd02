package dev.tutti.engine.transport;

import java.io.IOException;

/** Writes the outbox to the connection. Runs on its own thread until the connection ends. */
public final class Writer implements Runnable {

    private final Outbox outbox;
    private final Connection connection;

    public Writer(Outbox outbox, Connection connection) {
        this.outbox = outbox;
        this.connection = connection;
    }

    @Override
    public void run() {
        try {
            for (byte[] frame = next(); frame != null; frame = next()) {
                connection.send(frame);
            }
        } catch (IOException _) {
            // The reading thread sees the end of the connection too, and ends the engine.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            outbox.close();
            closeConnection();
        }
    }

    private byte[] next() throws InterruptedException {
        while (true) {
            try {
                return outbox.take();
            } catch (OutOfMemoryError e) {
                HeapReserve.awaitRoom();
            }
        }
    }

    /** An engine that cannot speak any more must end, so the reading thread has to notice. */
    private void closeConnection() {
        try {
            connection.close();
        } catch (IOException _) {
            // It is of no use any more in any case.
        }
    }
}
