package dev.tutti.engine.wire;

/** The layouts of what a client and the controller say to each other besides tasks; engines never load it. */
final class ClientMessageCodec {

    private ClientMessageCodec() {}

    static void put(BodyWriter w, TaskMessage message) {
        switch (message.type()) {
            case CLIENT_HELLO -> {
                TaskMessage.ClientHello hello = (TaskMessage.ClientHello) message;
                w.putString(hello.token()).putString(hello.version()).putString(hello.java());
                w.putLong(hello.pid())
                        .putString(hello.host())
                        .putLong(hello.session().value());
            }
            case CLIENT_WELCOME -> {
                TaskMessage.ClientWelcome welcome = (TaskMessage.ClientWelcome) message;
                w.putLong(welcome.session().value()).putString(welcome.spool());
            }
            case ENGINES_CHANGED -> {
                TaskMessage.EnginesChanged news = (TaskMessage.EnginesChanged) message;
                w.putList(news.engines(), EngineCodec::putInfo)
                        .putList(news.groups(), EngineCodec::putGroup)
                        .putList(news.failures(), BodyWriter::putString);
            }
            case CANCEL -> {
                TaskMessage.Cancel cancel = (TaskMessage.Cancel) message;
                TaskCodec.putTaskIds(w, cancel.tasks());
                w.putBoolean(cancel.running()).putOptional(cancel.grace(), TaskCodec::putDuration);
            }
            case INITIALISE -> {
                TaskMessage.Initialise initialise = (TaskMessage.Initialise) message;
                FunctionCodec.put(w.putString(initialise.label()), initialise.function());
            }
            case RECYCLE -> w.putInt(((TaskMessage.Recycle) message).afterTasks());
            case START_ENGINES -> {
                TaskMessage.StartEngines start = (TaskMessage.StartEngines) message;
                EngineCodec.putSettings(w.putInt(start.count()), start.settings());
            }
            case RESTART_ENGINES -> TaskCodec.putEngines(w, ((TaskMessage.RestartEngines) message).engines());
            case STOP_ENGINES -> TaskCodec.putEngines(w, ((TaskMessage.StopEngines) message).engines());
            case NAME_ENGINES -> EngineCodec.putGroup(w, ((TaskMessage.NameEngines) message).group());
            case ENGINES_STARTED -> TaskCodec.putEngines(w, ((TaskMessage.EnginesStarted) message).engines());
            case ASK_LOADS -> {}
            case LOADS -> {
                TaskMessage.Loads loads = (TaskMessage.Loads) message;
                w.putList(loads.loads(), EngineCodec::putLoad).putInt(loads.unplaced());
            }
            case ASK_CAPTURES -> {
                TaskMessage.AskCaptures ask = (TaskMessage.AskCaptures) message;
                w.putString(ask.className()).putString(ask.method()).putString(ask.descriptor());
            }
            case CAPTURES -> {
                TaskMessage.Captures captures = (TaskMessage.Captures) message;
                w.putList(captures.reads(), MessageCodec::putVariable)
                        .putList(captures.classes(), BodyWriter::putString)
                        .putOptional(captures.refusal(), BodyWriter::putString);
            }
            case ASK_VARIABLE -> {
                TaskMessage.AskVariable ask = (TaskMessage.AskVariable) message;
                w.putString(ask.name()).putOptional(ask.declare(), BodyWriter::putString);
            }
            case VARIABLE_FOUND -> {
                TaskMessage.VariableFound found = (TaskMessage.VariableFound) message;
                w.putOptional(found.variable(), MessageCodec::putVariable).putString(found.declaredType());
            }
            case EXECUTE_CODE -> {
                TaskMessage.ExecuteCode execute = (TaskMessage.ExecuteCode) message;
                TaskCodec.putEngines(w, execute.targets());
                w.putString(execute.code()).putBoolean(execute.show());
            }
            case CODE_EXECUTED -> {
                TaskMessage.CodeExecuted executed = (TaskMessage.CodeExecuted) message;
                w.putOptional(executed.rejected(), BodyWriter::putString)
                        .putList(executed.ends(), ClientMessageCodec::putCodeEnd);
            }
            default -> throw new IllegalArgumentException(message.type() + " is no message of tasks.");
        }
    }

    static TaskMessage get(MessageType type, BodyReader r) throws ProtocolException {
        return switch (type) {
            case CLIENT_HELLO ->
                new TaskMessage.ClientHello(
                        r.getString(),
                        r.getString(),
                        r.getString(),
                        r.getLong(),
                        r.getString(),
                        MessageCodec.getSession(r));
            case CLIENT_WELCOME -> new TaskMessage.ClientWelcome(MessageCodec.getSession(r), r.getString());
            case ENGINES_CHANGED ->
                new TaskMessage.EnginesChanged(
                        r.getList(EngineCodec::getInfo),
                        r.getList(EngineCodec::getGroup),
                        r.getList(BodyReader::getString));
            case CANCEL ->
                new TaskMessage.Cancel(TaskCodec.getTaskIds(r), r.getBoolean(), r.getOptional(TaskCodec::getDuration));
            case INITIALISE -> new TaskMessage.Initialise(r.getString(), FunctionCodec.get(r));
            case RECYCLE -> new TaskMessage.Recycle(r.getInt());
            case START_ENGINES -> new TaskMessage.StartEngines(r.getInt(), EngineCodec.getSettings(r));
            case RESTART_ENGINES -> new TaskMessage.RestartEngines(TaskCodec.getEngines(r));
            case STOP_ENGINES -> new TaskMessage.StopEngines(TaskCodec.getEngines(r));
            case NAME_ENGINES -> new TaskMessage.NameEngines(EngineCodec.getGroup(r));
            case ENGINES_STARTED -> new TaskMessage.EnginesStarted(TaskCodec.getEngines(r));
            case ASK_LOADS -> new TaskMessage.AskLoads();
            case LOADS -> new TaskMessage.Loads(r.getList(EngineCodec::getLoad), r.getInt());
            case ASK_CAPTURES -> new TaskMessage.AskCaptures(r.getString(), r.getString(), r.getString());
            case CAPTURES ->
                new TaskMessage.Captures(
                        r.getList(MessageCodec::getVariable),
                        r.getList(BodyReader::getString),
                        r.getOptional(BodyReader::getString));
            case ASK_VARIABLE -> new TaskMessage.AskVariable(r.getString(), r.getOptional(BodyReader::getString));
            case VARIABLE_FOUND ->
                new TaskMessage.VariableFound(r.getOptional(MessageCodec::getVariable), r.getString());
            case EXECUTE_CODE -> new TaskMessage.ExecuteCode(TaskCodec.getEngines(r), r.getString(), r.getBoolean());
            case CODE_EXECUTED ->
                new TaskMessage.CodeExecuted(
                        r.getOptional(BodyReader::getString), r.getList(ClientMessageCodec::getCodeEnd));
            default -> throw new ProtocolException(type + " is no message of tasks.");
        };
    }

    private static void putCodeEnd(BodyWriter w, TaskMessage.CodeEnd end) {
        w.putInt(end.engine().number())
                .putOptional(end.outcome(), MessageCodec::putOutcome)
                .putString(end.lost())
                .putString(end.stdout())
                .putString(end.stderr());
    }

    private static TaskMessage.CodeEnd getCodeEnd(BodyReader r) throws ProtocolException {
        return new TaskMessage.CodeEnd(
                new EngineId(r.getInt()),
                r.getOptional(MessageCodec::getOutcome),
                r.getString(),
                r.getString(),
                r.getString());
    }
}
