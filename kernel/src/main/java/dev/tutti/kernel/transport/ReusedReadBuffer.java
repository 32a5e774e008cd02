package dev.tutti.kernel.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Gives every read of one event loop the same buffer. That is safe because {@link FrameReader} empties it before it
 * returns, and it saves the pooled allocators: loading them cold costs as much as the rest of Netty.
 */
final class ReusedReadBuffer implements RecvByteBufAllocator {

    private static final int SIZE = 64 << 10;

    /** Reads of one connection in a row, before others have their turn. */
    private static final int READS_IN_A_ROW = 8;

    private final ByteBuf buffer;

    ReusedReadBuffer(ByteBufAllocator allocator) {
        this.buffer = allocator.directBuffer(SIZE, SIZE);
    }

    void release() {
        buffer.release();
    }

    @Override
    @SuppressWarnings("deprecation") // the only handle type of the interface
    public Handle newHandle() {
        return new Reads();
    }

    private final class Reads implements ExtendedHandle {

        private ChannelConfig config;
        private int reads;
        private int attempted;
        private int last;

        @Override
        public ByteBuf allocate(ByteBufAllocator allocator) {
            return buffer.clear().retain();
        }

        @Override
        public int guess() {
            return SIZE;
        }

        @Override
        public void reset(ChannelConfig config) {
            this.config = config;
            reads = 0;
        }

        @Override
        public void incMessagesRead(int count) {
            reads += count;
        }

        @Override
        public void lastBytesRead(int bytes) {
            last = bytes;
        }

        @Override
        public int lastBytesRead() {
            return last;
        }

        @Override
        public void attemptedBytesRead(int bytes) {
            attempted = bytes;
        }

        @Override
        public int attemptedBytesRead() {
            return attempted;
        }

        @Override
        public boolean continueReading() {
            return config.isAutoRead() && reads < READS_IN_A_ROW && last == attempted && last > 0;
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return continueReading();
        }

        @Override
        public void readComplete() {}
    }
}
