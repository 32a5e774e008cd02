package dev.tutti.engine.wire;

/**
 * The layouts of {@link TaskMessage}, as {@link MessageCodec} has those of the others: apart from it, so that an engine
 * that runs only cells loads nothing of tasks.
 */
final class TaskMessageCodec {

    private TaskMessageCodec() {}

    static void put(BodyWriter w, TaskMessage message) {
        switch (message.type()) {
            case SUBMIT -> {
                TaskMessage.Submit submit = (TaskMessage.Submit) message;
                w.putList(submit.functions(), FunctionCodec::put).putList(submit.options(), TaskCodec::putOptions);
                TaskCodec.putTasks(w, submit.tasks());
            }
            case RUN -> {
                TaskMessage.Run run = (TaskMessage.Run) message;
                w.putLong(run.session().value()).putLong(run.client());
                TaskCodec.putEngines(w, run.targets());
                w.putList(run.functions(), FunctionCodec::put);
                TaskCodec.putRuns(w, run.runs());
            }
            case RUNS_ENDED -> EndCodec.putRunEnds(w, ((TaskMessage.RunsEnded) message).ends());
            case TASKS_ENDED -> EndCodec.putTaskEnds(w, ((TaskMessage.TasksEnded) message).ends());
            case RUN_PROGRESS -> {
                TaskMessage.RunProgress progress = (TaskMessage.RunProgress) message;
                w.putLong(progress.run().value()).putLong(progress.done()).putLong(progress.total());
                w.putString(progress.note());
            }
            case TASK_PROGRESS -> {
                TaskMessage.TaskProgress progress = (TaskMessage.TaskProgress) message;
                w.putLong(progress.task().value()).putInt(progress.engine().number());
                w.putLong(progress.done()).putLong(progress.total()).putString(progress.note());
            }
            case TASK_OUTPUT -> {
                TaskMessage.TaskOutput output = (TaskMessage.TaskOutput) message;
                w.putLong(output.task().value()).putInt(output.engine().number());
                w.putBoolean(output.kind() == StreamKind.STDERR).putString(output.text());
            }
            case RUN_WAITS -> {
                TaskMessage.RunWaits waits = (TaskMessage.RunWaits) message;
                w.putLong(waits.run().value()).putBoolean(waits.waiting());
            }
            case ASK_CONTEXT -> {
                TaskMessage.AskContext ask = (TaskMessage.AskContext) message;
                FunctionCodec.putContext(w.putLong(ask.client()), ask.context());
            }
            case CONTEXT -> {
                TaskMessage.Context context = (TaskMessage.Context) message;
                w.putList(context.classes(), BodyWriter::putString)
                        .putList(context.variables(), MessageCodec::putVariable);
                ParcelCodec.putAll(w, context.values());
            }
            case RECALL -> w.putList(((TaskMessage.Recall) message).runs(), (to, run) -> to.putLong(run.value()));
            default -> ClientMessageCodec.put(w, message);
        }
    }

    static TaskMessage get(MessageType type, BodyReader r) throws ProtocolException {
        return switch (type) {
            case SUBMIT ->
                new TaskMessage.Submit(
                        r.getList(FunctionCodec::get), r.getList(TaskCodec::getOptions), TaskCodec.getTasks(r));
            case RUN ->
                new TaskMessage.Run(
                        MessageCodec.getSession(r),
                        r.getLong(),
                        TaskCodec.getEngines(r),
                        r.getList(FunctionCodec::get),
                        TaskCodec.getRuns(r));
            case RUNS_ENDED -> new TaskMessage.RunsEnded(EndCodec.getRunEnds(r));
            case TASKS_ENDED -> new TaskMessage.TasksEnded(EndCodec.getTaskEnds(r));
            case RUN_PROGRESS ->
                new TaskMessage.RunProgress(new RequestId(r.getLong()), r.getLong(), r.getLong(), r.getString());
            case TASK_PROGRESS ->
                new TaskMessage.TaskProgress(
                        new TaskId(r.getLong()), new EngineId(r.getInt()), r.getLong(), r.getLong(), r.getString());
            case TASK_OUTPUT ->
                new TaskMessage.TaskOutput(
                        new TaskId(r.getLong()),
                        new EngineId(r.getInt()),
                        r.getBoolean() ? StreamKind.STDERR : StreamKind.STDOUT,
                        r.getString());
            case RUN_WAITS -> new TaskMessage.RunWaits(new RequestId(r.getLong()), r.getBoolean());
            case ASK_CONTEXT -> new TaskMessage.AskContext(r.getLong(), FunctionCodec.getContext(r));
            case CONTEXT ->
                new TaskMessage.Context(
                        r.getList(BodyReader::getString), r.getList(MessageCodec::getVariable), ParcelCodec.getAll(r));
            case RECALL -> new TaskMessage.Recall(r.getList(from -> new RequestId(from.getLong())));
            default -> ClientMessageCodec.get(type, r);
        };
    }
}
