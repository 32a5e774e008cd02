package dev.tutti.engine.wire;

/**
 * The types of messages with their codes on the wire, never reused. A {@code switch} over this enum is exhaustive like
 * one over {@link Message}, but needs no bootstrap method: a pattern switch costs an engine 2 ms of its start.
 */
public enum MessageType {
    HELLO(1),
    WELCOME(2),
    REFUSED(3),
    EXECUTE(10),
    REDEFINE(11),
    READ_VARIABLES(12),
    FORGET(13),
    CLOSE_SESSION(14),
    STOP(15),
    PING(16),
    SHUTDOWN(17),
    EXTEND_CLASS_PATH(18),
    INSPECT(19),
    OUTPUT(20),
    CLASS_REQUEST(21),
    CLASS_REPLY(22),
    INPUT_REQUEST(23),
    INPUT_REPLY(24),
    TERMINAL_REQUEST(25),
    TERMINAL_REPLY(26),
    DONE(30),
    VARIABLES_READ(31),
    STOPPING(32),
    PONG(33),
    ACK(34),
    FAILURE(35),
    INSPECTED(36),
    CLIENT_HELLO(40),
    CLIENT_WELCOME(41),
    ENGINES_CHANGED(42),
    TASKS_ENDED(43),
    TASK_OUTPUT(44),
    TASK_PROGRESS(45),
    SUBMIT(50),
    CANCEL(51),
    INITIALISE(52),
    RECYCLE(53),
    START_ENGINES(54),
    RESTART_ENGINES(55),
    STOP_ENGINES(56),
    ENGINES_STARTED(57),
    ASK_LOADS(58),
    LOADS(59),
    ASK_CAPTURES(60),
    CAPTURES(61),
    ASK_VARIABLE(62),
    VARIABLE_FOUND(63),
    EXECUTE_CODE(64),
    CODE_EXECUTED(65),
    NAME_ENGINES(66),
    RUN(70),
    RUNS_ENDED(71),
    RUN_PROGRESS(72),
    RUN_WAITS(73),
    ASK_CONTEXT(74),
    CONTEXT(75),
    RECALL(76);

    private static final MessageType[] BY_CODE = new MessageType[128];

    static {
        for (MessageType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    /** The byte in the frame's header. */
    public int code() {
        return code;
    }

    /** The type of a header. */
    static MessageType of(Header header) throws ProtocolException {
        int code = header.type();
        MessageType type = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (type == null) {
            throw new ProtocolException("A message has the unknown type " + code + " (this side speaks protocol "
                    + Header.PROTOCOL + ", the peer " + header.version() + ").");
        }
        return type;
    }
}
