package dev.tutti.engine.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Messages to frames and back. The fields of a record are written in the order of its components. docs/protocol.md draws each layout, a test holds golden bytes.
 */
public final class MessageCodec {

    private static final int OUTCOME_VALUE = 1;
    private static final int OUTCOME_NOTHING = 2;
    private static final int OUTCOME_THROWN = 3;
    private static final int OUTCOME_STOPPED = 4;
    private static final int OUTCOME_UNDEFINED = 5;

    /** How deeply causes may be nested: a body of garbage must not overflow the reader's stack. */
    public static final int MAX_FAULT_DEPTH = 100;

    private MessageCodec() {}

    /** The whole frame of a message: header and body, ready to be written to any number of connections. */
    public static byte[] encode(RequestId request, Message message) {
        BodyWriter w = new BodyWriter();
        switch (message.type()) {
            case HELLO -> {
                Message.Hello hello = (Message.Hello) message;
                w.putString(hello.token()).putString(hello.version()).putString(hello.java());
                w.putLong(hello.pid()).putString(hello.host());
            }
            case WELCOME -> {
                Message.Welcome welcome = (Message.Welcome) message;
                w.putInt(welcome.engine().number())
                        .putString(welcome.clientToken())
                        .putString(welcome.spool());
            }
            case REFUSED -> w.putString(((Message.Refused) message).reason());
            case EXECUTE -> putExecute(w, (Message.Execute) message);
            case REDEFINE -> {
                Message.Redefine redefine = (Message.Redefine) message;
                w.putLong(redefine.session().value()).putList(redefine.redefinitions(), MessageCodec::putClassFile);
            }
            case READ_VARIABLES -> {
                Message.ReadVariables read = (Message.ReadVariables) message;
                w.putLong(read.session().value()).putList(read.variables(), MessageCodec::putVariable);
                putLimits(w, read.limits());
            }
            case FORGET -> {
                Message.Forget forget = (Message.Forget) message;
                w.putLong(forget.session().value()).putList(forget.variables(), MessageCodec::putVariable);
            }
            case CLOSE_SESSION ->
                w.putLong(((Message.CloseSession) message).session().value());
            case EXTEND_CLASS_PATH -> {
                Message.ExtendClassPath extend = (Message.ExtendClassPath) message;
                w.putLong(extend.session().value()).putList(extend.entries(), BodyWriter::putString);
            }
            case STOP -> w.putLong(((Message.Stop) message).execution().value());
            case PING -> w.putLong(((Message.Ping) message).received());
            case INSPECT -> w.putString(((Message.Inspect) message).subject());
            case OUTPUT -> {
                Message.Output output = (Message.Output) message;
                w.putBoolean(output.kind() == StreamKind.STDERR).putString(output.text());
            }
            case CLASS_REQUEST -> {
                Message.ClassRequest miss = (Message.ClassRequest) message;
                w.putLong(miss.session().value()).putString(miss.name());
            }
            case CLASS_REPLY -> w.putOptional(((Message.ClassReply) message).classFile(), MessageCodec::putClassFile);
            case INPUT_REQUEST -> w.putInt(((Message.InputRequest) message).limit());
            case INPUT_REPLY -> w.putBytes(((Message.InputReply) message).bytes());
            case TERMINAL_REQUEST -> {
                Message.TerminalRequest wish = (Message.TerminalRequest) message;
                w.putList(wish.words(), BodyWriter::putString).putString(wish.directory());
                w.putList(wish.environment(), BodyWriter::putString);
            }
            case TERMINAL_REPLY -> w.putOptional(((Message.TerminalReply) message).exitCode(), BodyWriter::putInt);
            case DONE -> putDone(w, (Message.Done) message);
            case VARIABLES_READ ->
                w.putList(
                        ((Message.VariablesRead) message).values(),
                        (writer, value) -> writer.putOptional(value, MessageCodec::putRendered));
            case STOPPING -> w.putList(((Message.Stopping) message).where(), MessageCodec::putFrame);
            case PONG -> {
                Message.Pong pong = (Message.Pong) message;
                w.putLong(pong.heapUsedBytes()).putLong(pong.heapMaxBytes()).putLong(pong.received());
            }
            case FAILURE -> w.putString(((Message.Failure) message).reason());
            case INSPECTED -> w.putString(((Message.Inspected) message).figures());
            case SHUTDOWN, ACK -> {}
            case CLIENT_HELLO,
                    CLIENT_WELCOME,
                    ENGINES_CHANGED,
                    TASKS_ENDED,
                    TASK_OUTPUT,
                    TASK_PROGRESS,
                    SUBMIT,
                    CANCEL,
                    INITIALISE,
                    RECYCLE,
                    START_ENGINES,
                    RESTART_ENGINES,
                    STOP_ENGINES,
                    NAME_ENGINES,
                    ENGINES_STARTED,
                    ASK_LOADS,
                    LOADS,
                    ASK_CAPTURES,
                    CAPTURES,
                    ASK_VARIABLE,
                    VARIABLE_FOUND,
                    EXECUTE_CODE,
                    CODE_EXECUTED,
                    RUN,
                    RUNS_ENDED,
                    RUN_PROGRESS,
                    RUN_WAITS,
                    ASK_CONTEXT,
                    CONTEXT,
                    RECALL -> TaskMessageCodec.put(w, (TaskMessage) message);
        }
        return w.frame(message.type().code(), request);
    }

    /**
     * The message of a frame whose header has been read.
     *
     * @param body exactly the body's bytes
     * @throws ProtocolException if the type is unknown or the body is not of its layout; the connection may live on
     */
    public static Message decode(Header header, ByteBuffer body) throws ProtocolException {
        MessageType type = MessageType.of(header);
        BodyReader r = new BodyReader(body);
        try {
            Message message = decode(type, r);
            r.end();
            return message;
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ProtocolException(
                    "A message of type " + type + " has a field out of range: " + e.getMessage(), e);
        }
    }

    private static Message decode(MessageType type, BodyReader r) throws ProtocolException {
        return switch (type) {
            case HELLO -> new Message.Hello(r.getString(), r.getString(), r.getString(), r.getLong(), r.getString());
            case WELCOME -> new Message.Welcome(new EngineId(r.getInt()), r.getString(), r.getString());
            case REFUSED -> new Message.Refused(r.getString());
            case EXECUTE -> getExecute(r);
            case REDEFINE -> new Message.Redefine(getSession(r), r.getList(MessageCodec::getClassFile));
            case READ_VARIABLES ->
                new Message.ReadVariables(getSession(r), r.getList(MessageCodec::getVariable), getLimits(r));
            case FORGET -> new Message.Forget(getSession(r), r.getList(MessageCodec::getVariable));
            case CLOSE_SESSION -> new Message.CloseSession(getSession(r));
            case EXTEND_CLASS_PATH -> new Message.ExtendClassPath(getSession(r), r.getList(BodyReader::getString));
            case STOP -> new Message.Stop(new RequestId(r.getLong()));
            case PING -> new Message.Ping(r.getLong());
            case SHUTDOWN -> new Message.Shutdown();
            case INSPECT -> new Message.Inspect(r.getString());
            case OUTPUT -> new Message.Output(r.getBoolean() ? StreamKind.STDERR : StreamKind.STDOUT, r.getString());
            case CLASS_REQUEST -> new Message.ClassRequest(getSession(r), r.getString());
            case CLASS_REPLY -> new Message.ClassReply(r.getOptional(MessageCodec::getClassFile));
            case INPUT_REQUEST -> new Message.InputRequest(r.getInt());
            case INPUT_REPLY -> new Message.InputReply(r.getBytes());
            case TERMINAL_REQUEST ->
                new Message.TerminalRequest(
                        r.getList(BodyReader::getString), r.getString(), r.getList(BodyReader::getString));
            case TERMINAL_REPLY -> new Message.TerminalReply(r.getOptional(BodyReader::getInt));
            case DONE -> getDone(r);
            case VARIABLES_READ ->
                new Message.VariablesRead(r.getList(reader -> reader.getOptional(MessageCodec::getRendered)));
            case STOPPING -> new Message.Stopping(r.getList(MessageCodec::getFrame));
            case PONG -> new Message.Pong(r.getLong(), r.getLong(), r.getLong());
            case ACK -> new Message.Ack();
            case FAILURE -> new Message.Failure(r.getString());
            case INSPECTED -> new Message.Inspected(r.getString());
            case CLIENT_HELLO,
                    CLIENT_WELCOME,
                    ENGINES_CHANGED,
                    TASKS_ENDED,
                    TASK_OUTPUT,
                    TASK_PROGRESS,
                    SUBMIT,
                    CANCEL,
                    INITIALISE,
                    RECYCLE,
                    START_ENGINES,
                    RESTART_ENGINES,
                    STOP_ENGINES,
                    NAME_ENGINES,
                    ENGINES_STARTED,
                    ASK_LOADS,
                    LOADS,
                    ASK_CAPTURES,
                    CAPTURES,
                    ASK_VARIABLE,
                    VARIABLE_FOUND,
                    EXECUTE_CODE,
                    CODE_EXECUTED,
                    RUN,
                    RUNS_ENDED,
                    RUN_PROGRESS,
                    RUN_WAITS,
                    ASK_CONTEXT,
                    CONTEXT,
                    RECALL -> TaskMessageCodec.get(type, r);
        };
    }

    private static void putExecute(BodyWriter w, Message.Execute execute) {
        w.putLong(execute.session().value())
                .putInt(execute.cell().value())
                .putList(execute.targets(), (writer, engine) -> writer.putInt(engine.number()))
                .putList(execute.classes(), MessageCodec::putClassFile)
                .putList(execute.redefinitions(), MessageCodec::putClassFile)
                .putList(
                        execute.entries(),
                        (writer, entry) -> writer.putString(entry.className())
                                .putString(entry.method())
                                .putList(entry.declares(), MessageCodec::putVariable)
                                .putBoolean(entry.result()))
                .putBoolean(execute.show());
        putLimits(w, execute.limits());
        w.putBoolean(execute.counted());
    }

    private static Message.Execute getExecute(BodyReader r) throws ProtocolException {
        return new Message.Execute(
                getSession(r),
                new CellNumber(r.getInt()),
                r.getList(reader -> new EngineId(reader.getInt())),
                r.getList(MessageCodec::getClassFile),
                r.getList(MessageCodec::getClassFile),
                r.getList(reader -> new EntryPoint(
                        reader.getString(),
                        reader.getString(),
                        reader.getList(MessageCodec::getVariable),
                        reader.getBoolean())),
                r.getBoolean(),
                getLimits(r),
                r.getBoolean());
    }

    private static void putDone(BodyWriter w, Message.Done done) {
        putOutcome(w, done.outcome());
        w.putInt(done.completed())
                .putList(done.defined(), MessageCodec::putVariable)
                .putList(done.undefined(), MessageCodec::putVariable)
                .putLong(done.wallNanos())
                .putLong(done.cpuNanos())
                .putString(done.figures());
    }

    private static Message.Done getDone(BodyReader r) throws ProtocolException {
        return new Message.Done(
                getOutcome(r),
                r.getInt(),
                r.getList(MessageCodec::getVariable),
                r.getList(MessageCodec::getVariable),
                r.getLong(),
                r.getLong(),
                r.getString());
    }

    static void putOutcome(BodyWriter w, Outcome outcome) {
        // instanceof, not a pattern switch, for the reason that MessageType gives; a test encodes every outcome.
        if (outcome instanceof Outcome.Value value) {
            putRendered(w.putInt(OUTCOME_VALUE), value.rendered());
        } else if (outcome instanceof Outcome.Nothing) {
            w.putInt(OUTCOME_NOTHING);
        } else if (outcome instanceof Outcome.Thrown thrown) {
            putFault(w.putInt(OUTCOME_THROWN), thrown.fault());
        } else if (outcome instanceof Outcome.Stopped stopped) {
            w.putInt(OUTCOME_STOPPED).putList(stopped.where(), MessageCodec::putFrame);
        } else if (outcome instanceof Outcome.Undefined undefined) {
            putVariable(w.putInt(OUTCOME_UNDEFINED), undefined.variable());
            putFault(w, undefined.fault());
        }
    }

    static Outcome getOutcome(BodyReader r) throws ProtocolException {
        int code = r.getInt();
        return switch (code) {
            case OUTCOME_VALUE -> new Outcome.Value(getRendered(r));
            case OUTCOME_NOTHING -> new Outcome.Nothing();
            case OUTCOME_THROWN -> new Outcome.Thrown(getFault(r));
            case OUTCOME_STOPPED -> new Outcome.Stopped(r.getList(MessageCodec::getFrame));
            case OUTCOME_UNDEFINED -> new Outcome.Undefined(getVariable(r), getFault(r));
            default -> throw new ProtocolException("An outcome has the unknown code " + code);
        };
    }

    static void putFault(BodyWriter w, Fault fault) {
        w.putString(fault.className())
                .putOptional(fault.message(), BodyWriter::putString)
                .putList(fault.frames(), MessageCodec::putFrame)
                .putOptional(fault.cause(), MessageCodec::putFault)
                .putList(fault.suppressed(), MessageCodec::putFault);
    }

    static Fault getFault(BodyReader r) throws ProtocolException {
        return getFault(r, 0);
    }

    private static Fault getFault(BodyReader r, int depth) throws ProtocolException {
        if (depth > MAX_FAULT_DEPTH) {
            throw new ProtocolException("An exception has more than " + MAX_FAULT_DEPTH + " nested causes.");
        }
        String className = r.getString();
        Optional<String> message = r.getOptional(BodyReader::getString);
        List<Frame> frames = r.getList(MessageCodec::getFrame);
        Optional<Fault> cause = r.getOptional(reader -> getFault(reader, depth + 1));
        return new Fault(className, message, frames, cause, r.getList(reader -> getFault(reader, depth + 1)));
    }

    static void putFrame(BodyWriter w, Frame frame) {
        w.putString(frame.className())
                .putString(frame.method())
                .putString(frame.file())
                .putInt(frame.line());
    }

    static Frame getFrame(BodyReader r) throws ProtocolException {
        return new Frame(r.getString(), r.getString(), r.getString(), r.getInt());
    }

    private static void putRendered(BodyWriter w, Rendered rendered) {
        w.putString(rendered.text())
                .putString(rendered.type())
                .putLong(rendered.digest())
                .putBoolean(rendered.abridged());
    }

    private static Rendered getRendered(BodyReader r) throws ProtocolException {
        return new Rendered(r.getString(), r.getString(), r.getLong(), r.getBoolean());
    }

    private static void putClassFile(BodyWriter w, ClassFile classFile) {
        w.putString(classFile.name()).putBytes(classFile.bytes());
    }

    private static ClassFile getClassFile(BodyReader r) throws ProtocolException {
        return new ClassFile(r.getString(), r.getBytes());
    }

    static void putVariable(BodyWriter w, VariableRef variable) {
        w.putString(variable.className()).putString(variable.field());
    }

    static VariableRef getVariable(BodyReader r) throws ProtocolException {
        return new VariableRef(r.getString(), r.getString());
    }

    private static void putLimits(BodyWriter w, RenderLimits limits) {
        w.putInt(limits.width())
                .putInt(limits.lines())
                .putInt(limits.characters())
                .putInt(limits.elements())
                .putInt(limits.depth())
                .putInt(limits.digits())
                .putBoolean(limits.table());
    }

    private static RenderLimits getLimits(BodyReader r) throws ProtocolException {
        return new RenderLimits(r.getInt(), r.getInt(), r.getInt(), r.getInt(), r.getInt(), r.getInt(), r.getBoolean());
    }

    static SessionId getSession(BodyReader r) throws ProtocolException {
        return new SessionId(r.getLong());
    }
}
