package dev.tutti.client;

import dev.tutti.engine.codec.UnsendableException;
import dev.tutti.engine.wire.ContextId;
import dev.tutti.engine.wire.Parcel;
import dev.tutti.engine.wire.TaskMessage;
import dev.tutti.engine.wire.VariableRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names contexts by what is in them: the start of a SHA-256 over classes, names and encoded values. */
final class ContextDigest {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path spool;

    ContextDigest(Path spool) {
        this.spool = spool;
    }

    ContextId of(TaskMessage.Context context) throws UnsendableException {
        MessageDigest sha = sha256();
        for (String name : context.classes()) {
            add(sha, name);
        }
        for (int i = 0; i < context.variables().size(); i++) {
            VariableRef variable = context.variables().get(i);
            add(sha, variable.className());
            add(sha, variable.field());
            add(sha, context.values().get(i));
        }
        ByteBuffer digest = ByteBuffer.wrap(sha.digest());
        return new ContextId(digest.getLong(), digest.getLong());
    }

    private static void add(MessageDigest sha, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        sha.update(bytes);
    }

    private void add(MessageDigest sha, Parcel parcel) throws UnsendableException {
        sha.update((byte) parcel.codec().ordinal());
        sha.update(ByteBuffer.allocate(8).putLong(0, parcel.size()));
        switch (parcel) {
            case Parcel.Inline inline -> sha.update(inline.bytes());
            case Parcel.Spooled spooled -> addFile(sha, spooled.file());
        }
    }

    private void addFile(MessageDigest sha, String file) throws UnsendableException {
        try (FileChannel channel = FileChannel.open(spool.resolve(file))) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            while (channel.read(buffer.clear()) >= 0) {
                sha.update(buffer.flip());
            }
        } catch (IOException e) {
            throw new UnsendableException("A value in the spool folder cannot be read back: " + e, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one does not.", e);
        }
    }
}
