package dev.tutti.kernel.transport;

import dev.tutti.kernel.controller.ConnectionId;
import dev.tutti.kernel.controller.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The transport between processes of one host: a Unix domain socket in a private folder, Netty's NIO on one event loop
 * ({@code controller-io-1}).
 *
 * <p>Start-up counts, so the socket is bound with the JDK alone, and engines can be launched at once: they find it, and
 * wait in its backlog while Netty's classes are loaded by the accepting thread. Netty's own server channel and pooled
 * allocators are left out; they cost as much cold as all the rest.
 */
public final class UnixSocketWire implements Wire {

    private static final int BACKLOG = 1024;

    private final SocketFolder folder;
    private final ServerSocketChannel server;
    private final Map<ConnectionId, FrameReader> connections = new ConcurrentHashMap<>();
    /**
     * No virtual thread: one that waits for a socket makes the JDK start a poller, which sits in a native call for ever, and
     * a JVM that ends gives each such thread 0.3 s.
     */
    private final Thread acceptor =
            Thread.ofPlatform().daemon().name("controller-accept").unstarted(this::accept);

    private Receiver receiver;
    private ReusedReadBuffer readBuffer;
    private volatile EventLoopGroup group;
    private volatile boolean closed;
    private long accepted;

    private UnixSocketWire(SocketFolder folder, ServerSocketChannel server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Binds a socket that only this user can reach.
     *
     * @throws IOException if the machine has no place for it; the message says so in full
     */
    public static UnixSocketWire bind() throws IOException {
        SocketFolder folder = SocketFolder.create();
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(folder.socket()), BACKLOG);
            return new UnixSocketWire(folder, server);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** Where engines connect. */
    public Path socket() {
        return folder.socket();
    }

    @Override
    public void open(Receiver receiver) {
        this.receiver = receiver;
        acceptor.start();
    }

    @Override
    public void send(List<ConnectionId> targets, byte[] frame) {
        if (group == null) {
            return; // nobody has connected yet
        }
        onLoop(() -> {
            ByteBuf shared = Unpooled.directBuffer(frame.length, frame.length).writeBytes(frame);
            for (ConnectionId target : targets) {
                FrameReader reader = connections.get(target);
                if (reader != null) {
                    reader.write(shared.retainedDuplicate());
                }
            }
            shared.release();
        });
    }

    @Override
    public void reading(ConnectionId connection, boolean on) {
        onLoop(connection, reader -> reader.reading(on));
    }

    @Override
    public void taken(ConnectionId connection, int bytes) {
        FrameReader reader = connections.get(connection);
        if (reader != null) {
            reader.taken(bytes);
        }
    }

    @Override
    public void close(ConnectionId connection) {
        onLoop(connection, reader -> {
            if (reader.channel().isWritable()) {
                reader.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            } else {
                reader.channel().close(); // its peer does not read
            }
        });
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            System.getLogger(UnixSocketWire.class.getName())
                    .log(Level.WARNING, "The engines' socket could not be closed", e);
        }
        joinAcceptor();
        EventLoopGroup loops = group;
        if (loops != null) {
            onLoop(() -> connections.values().forEach(reader -> reader.channel().close()));
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
            readBuffer.release();
        }
        folder.close();
    }

    private void accept() {
        UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);
        readBuffer = new ReusedReadBuffer(allocator);
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("controller-io", true), NioIoHandler.newFactory());
        Thread.ofVirtual().name("socket-folder-sweep").start(folder::sweep);
        while (!closed) {
            try {
                SocketChannel socket = server.accept();
                NioDomainSocketChannel channel = new NioDomainSocketChannel(null, socket);
                channel.config()
                        .setAllocator(allocator)
                        .setRecvByteBufAllocator(readBuffer)
                        .setWriteBufferWaterMark(new WriteBufferWaterMark(MUCH_WAITING / 4, MUCH_WAITING));
                ConnectionId connection = new ConnectionId(++accepted);
                FrameReader reader =
                        new FrameReader(connection, channel, receiver, () -> connections.remove(connection));
                connections.put(connection, reader);
                channel.pipeline().addLast(reader);
                group.register(channel);
            } catch (IOException e) {
                if (!closed) {
                    System.getLogger(UnixSocketWire.class.getName())
                            .log(Level.WARNING, "A connection could not be accepted", e);
                }
            }
        }
    }

    private void onLoop(ConnectionId connection, Consumer<FrameReader> task) {
        if (connections.containsKey(connection)) {
            onLoop(() -> {
                FrameReader reader = connections.get(connection);
                if (reader != null) {
                    task.accept(reader);
                }
            });
        }
    }

    private void onLoop(Runnable task) {
        if (!group.isShuttingDown()) {
            group.next().execute(task);
        }
    }

    private void joinAcceptor() {
        try {
            acceptor.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
