package dev.tutti.engine.wire;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Messages to frames and back. Each type has a code, never reused; the fields of a record are written in the order of
 * its components. docs/protocol.md draws each layout, a test holds golden bytes.
 */
public final class MessageCodec {

    private static final int HELLO = 1;
    private static final int WELCOME = 2;
    private static final int REFUSED = 3;
    private static final int EXECUTE = 10;
    private static final int REDEFINE = 11;
    private static final int READ_VARIABLES = 12;
    private static final int FORGET = 13;
    private static final int CLOSE_SESSION = 14;
    private static final int STOP = 15;
    private static final int PING = 16;
    private static final int SHUTDOWN = 17;
    private static final int OUTPUT = 20;
    private static final int CLASS_REQUEST = 21;
    private static final int CLASS_REPLY = 22;
    private static final int INPUT_REQUEST = 23;
    private static final int INPUT_REPLY = 24;
    private static final int DONE = 30;
    private static final int VARIABLES_READ = 31;
    private static final int STOPPING = 32;
    private static final int PONG = 33;
    private static final int ACK = 34;
    private static final int FAILURE = 35;

    private static final int OUTCOME_VALUE = 1;
    private static final int OUTCOME_NOTHING = 2;
    private static final int OUTCOME_THROWN = 3;
    private static final int OUTCOME_STOPPED = 4;
    private static final int OUTCOME_UNDEFINED = 5;

    private MessageCodec() {}

    /** The whole frame of a message: header and body, ready to be written to any number of connections. */
    public static byte[] encode(RequestId request, Message message) {
        BodyWriter w = new BodyWriter();
        int type = switch (message) {
            case Message.Hello(var token, var version, var java, long pid, var host) -> {
                w.putString(token)
                        .putString(version)
                        .putString(java)
                        .putLong(pid)
                        .putString(host);
                yield HELLO;
            }
            case Message.Welcome(var engine) -> {
                w.putInt(engine.number());
                yield WELCOME;
            }
            case Message.Refused(var reason) -> {
                w.putString(reason);
                yield REFUSED;
            }
            case Message.Execute execute -> {
                putExecute(w, execute);
                yield EXECUTE;
            }
            case Message.Redefine(var session, var redefinitions) -> {
                w.putLong(session.value()).putList(redefinitions, MessageCodec::putClassFile);
                yield REDEFINE;
            }
            case Message.ReadVariables(var session, var variables, var limits) -> {
                w.putLong(session.value()).putList(variables, MessageCodec::putVariable);
                putLimits(w, limits);
                yield READ_VARIABLES;
            }
            case Message.Forget(var session, var variables) -> {
                w.putLong(session.value()).putList(variables, MessageCodec::putVariable);
                yield FORGET;
            }
            case Message.CloseSession(var session) -> {
                w.putLong(session.value());
                yield CLOSE_SESSION;
            }
            case Message.Stop(var execution) -> {
                w.putLong(execution.value());
                yield STOP;
            }
            case Message.Ping(long received) -> {
                w.putLong(received);
                yield PING;
            }
            case Message.Shutdown() -> SHUTDOWN;
            case Message.Output(var kind, var text) -> {
                w.putBoolean(kind == StreamKind.STDERR).putString(text);
                yield OUTPUT;
            }
            case Message.ClassRequest(var session, var name) -> {
                w.putLong(session.value()).putString(name);
                yield CLASS_REQUEST;
            }
            case Message.ClassReply(var classFile) -> {
                w.putOptional(classFile, MessageCodec::putClassFile);
                yield CLASS_REPLY;
            }
            case Message.InputRequest(int limit) -> {
                w.putInt(limit);
                yield INPUT_REQUEST;
            }
            case Message.InputReply(var bytes) -> {
                w.putBytes(bytes);
                yield INPUT_REPLY;
            }
            case Message.Done done -> {
                putDone(w, done);
                yield DONE;
            }
            case Message.VariablesRead(var values) -> {
                w.putList(values, (writer, value) -> writer.putOptional(value, MessageCodec::putRendered));
                yield VARIABLES_READ;
            }
            case Message.Stopping(var where) -> {
                w.putList(where, MessageCodec::putFrame);
                yield STOPPING;
            }
            case Message.Pong(long used, long max, long received) -> {
                w.putLong(used).putLong(max).putLong(received);
                yield PONG;
            }
            case Message.Ack() -> ACK;
            case Message.Failure(var reason) -> {
                w.putString(reason);
                yield FAILURE;
            }
        };
        return w.frame(type, request);
    }

    /**
     * The message of a frame whose header has been read.
     *
     * @param body exactly the body's bytes
     * @throws ProtocolException if the type is unknown or the body is not of its layout; the connection may live on
     */
    public static Message decode(Header header, ByteBuffer body) throws ProtocolException {
        BodyReader r = new BodyReader(body);
        Message message = switch (header.type()) {
            case HELLO -> new Message.Hello(r.getString(), r.getString(), r.getString(), r.getLong(), r.getString());
            case WELCOME -> new Message.Welcome(new EngineId(r.getInt()));
            case REFUSED -> new Message.Refused(r.getString());
            case EXECUTE -> getExecute(r);
            case REDEFINE -> new Message.Redefine(getSession(r), r.getList(MessageCodec::getClassFile));
            case READ_VARIABLES ->
                new Message.ReadVariables(getSession(r), r.getList(MessageCodec::getVariable), getLimits(r));
            case FORGET -> new Message.Forget(getSession(r), r.getList(MessageCodec::getVariable));
            case CLOSE_SESSION -> new Message.CloseSession(getSession(r));
            case STOP -> new Message.Stop(new RequestId(r.getLong()));
            case PING -> new Message.Ping(r.getLong());
            case SHUTDOWN -> new Message.Shutdown();
            case OUTPUT -> new Message.Output(r.getBoolean() ? StreamKind.STDERR : StreamKind.STDOUT, r.getString());
            case CLASS_REQUEST -> new Message.ClassRequest(getSession(r), r.getString());
            case CLASS_REPLY -> new Message.ClassReply(r.getOptional(MessageCodec::getClassFile));
            case INPUT_REQUEST -> new Message.InputRequest(r.getInt());
            case INPUT_REPLY -> new Message.InputReply(r.getBytes());
            case DONE -> getDone(r);
            case VARIABLES_READ ->
                new Message.VariablesRead(r.getList(reader -> reader.getOptional(MessageCodec::getRendered)));
            case STOPPING -> new Message.Stopping(r.getList(MessageCodec::getFrame));
            case PONG -> new Message.Pong(r.getLong(), r.getLong(), r.getLong());
            case ACK -> new Message.Ack();
            case FAILURE -> new Message.Failure(r.getString());
            default ->
                throw new ProtocolException("A message has the unknown type " + header.type()
                        + " (this side speaks protocol " + Header.PROTOCOL + ", the peer " + header.version() + ")");
        };
        r.end();
        return message;
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
                getLimits(r));
    }

    private static void putDone(BodyWriter w, Message.Done done) {
        switch (done.outcome()) {
            case Outcome.Value(var rendered) -> putRendered(w.putInt(OUTCOME_VALUE), rendered);
            case Outcome.Nothing() -> w.putInt(OUTCOME_NOTHING);
            case Outcome.Thrown(var fault) -> putFault(w.putInt(OUTCOME_THROWN), fault);
            case Outcome.Stopped(var where) -> w.putInt(OUTCOME_STOPPED).putList(where, MessageCodec::putFrame);
            case Outcome.Undefined(var variable, var fault) -> {
                putVariable(w.putInt(OUTCOME_UNDEFINED), variable);
                putFault(w, fault);
            }
        }
        w.putInt(done.completed())
                .putList(done.defined(), MessageCodec::putVariable)
                .putList(done.undefined(), MessageCodec::putVariable)
                .putLong(done.wallNanos())
                .putLong(done.cpuNanos());
    }

    private static Message.Done getDone(BodyReader r) throws ProtocolException {
        int code = r.getInt();
        Outcome outcome = switch (code) {
            case OUTCOME_VALUE -> new Outcome.Value(getRendered(r));
            case OUTCOME_NOTHING -> new Outcome.Nothing();
            case OUTCOME_THROWN -> new Outcome.Thrown(getFault(r));
            case OUTCOME_STOPPED -> new Outcome.Stopped(r.getList(MessageCodec::getFrame));
            case OUTCOME_UNDEFINED -> new Outcome.Undefined(getVariable(r), getFault(r));
            default -> throw new ProtocolException("An outcome has the unknown code " + code);
        };
        return new Message.Done(
                outcome,
                r.getInt(),
                r.getList(MessageCodec::getVariable),
                r.getList(MessageCodec::getVariable),
                r.getLong(),
                r.getLong());
    }

    private static void putFault(BodyWriter w, Fault fault) {
        w.putString(fault.className())
                .putOptional(fault.message(), BodyWriter::putString)
                .putList(fault.frames(), MessageCodec::putFrame)
                .putOptional(fault.cause(), MessageCodec::putFault)
                .putList(fault.suppressed(), MessageCodec::putFault);
    }

    private static Fault getFault(BodyReader r) throws ProtocolException {
        String className = r.getString();
        Optional<String> message = r.getOptional(BodyReader::getString);
        List<Frame> frames = r.getList(MessageCodec::getFrame);
        Optional<Fault> cause = r.getOptional(MessageCodec::getFault);
        return new Fault(className, message, frames, cause, r.getList(MessageCodec::getFault));
    }

    private static void putFrame(BodyWriter w, Frame frame) {
        w.putString(frame.className())
                .putString(frame.method())
                .putString(frame.file())
                .putInt(frame.line());
    }

    private static Frame getFrame(BodyReader r) throws ProtocolException {
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

    private static void putVariable(BodyWriter w, VariableRef variable) {
        w.putString(variable.className()).putString(variable.field());
    }

    private static VariableRef getVariable(BodyReader r) throws ProtocolException {
        return new VariableRef(r.getString(), r.getString());
    }

    private static void putLimits(BodyWriter w, RenderLimits limits) {
        w.putInt(limits.width()).putInt(limits.lines()).putInt(limits.characters());
    }

    private static RenderLimits getLimits(BodyReader r) throws ProtocolException {
        return new RenderLimits(r.getInt(), r.getInt(), r.getInt());
    }

    private static SessionId getSession(BodyReader r) throws ProtocolException {
        return new SessionId(r.getLong());
    }
}
