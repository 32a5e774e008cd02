package dev.tutti.kernel.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * The engine that JShell believes in: it notes what should happen and runs nothing, so that compiling is a function from
 * cell to class files and waits for nobody. Values never come back through JShell.
 */
final class RecordingControl implements ExecutionControl {

    private Recording recording;

    RecordingControl(Recording recording) {
        this.recording = recording;
    }

    /** Who hears from now on. */
    void recordTo(Recording next) {
        recording = next;
    }

    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "recording";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return RecordingControl.this;
            }
        };
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        recording.load(recorded(classes));
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        if (!recording.redefine(recorded(classes))) {
            throw new NotImplementedException("the shape changes");
        }
    }

    private static List<RecordedClass> recorded(ClassBytecodes[] classes) {
        return Arrays.stream(classes)
                .map(c -> new RecordedClass(c.name(), c.bytecodes()))
                .toList();
    }

    @Override
    public String invoke(String className, String methodName) {
        recording.invoke(className, methodName);
        return "";
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {
        // the engines get class paths on their own way
    }

    @Override
    public Object extensionCommand(String command, Object arg) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void stop() {
        // nothing runs here
    }

    @Override
    public void close() {
        // nothing is held
    }
}
