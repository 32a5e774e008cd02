package dev.tutti.engine.wire;

/** The layouts of {@link TaskMessage}, as {@link MessageCodec} has those of the others. */
final class TaskMessageCodec {

    private TaskMessageCodec() {}

    static void put(BodyWriter w, TaskMessage message) {
        throw new UnsupportedOperationException(message.type() + " has no layout yet.");
    }

    static TaskMessage get(MessageType type, BodyReader r) throws ProtocolException {
        throw new ProtocolException(type + " has no layout yet.");
    }
}
