package dev.tutti.kernel.compile;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jdk.jshell.JShell;

/**
 * The class files that a JShell has generated. It keeps each of them for ever, those of overwritten and taken back code too,
 * and lists them all to javac whenever that runs, three to five times a cell: after a thousand cells this took as long as
 * the compiling. JShell has no call that makes it forget one, so its map is reached by reflection; where the JVM was not
 * started with {@link #OPENED} open, nothing is forgotten and sessions become slower. The compiling thread.
 */
final class GeneratedClasses {

    /** What {@code --add-opens} must name. */
    static final String OPENED = "jdk.jshell/jdk.jshell";

    private static final Logger LOG = System.getLogger(GeneratedClasses.class.getName());

    private final Object taskFactory;
    private final Map<?, ?> files;

    private GeneratedClasses(Object taskFactory, Map<?, ?> files) {
        this.taskFactory = taskFactory;
        this.files = files;
    }

    /** Those of a JShell; empty if it does not let others look. */
    static Optional<GeneratedClasses> of(JShell shell) {
        try {
            Object taskFactory = read(JShell.class, "taskFactory", shell);
            Object fileManager = read(taskFactory.getClass(), "fileManager", taskFactory);
            return read(fileManager.getClass(), "classObjects", fileManager) instanceof Map<?, ?> files
                    ? Optional.of(new GeneratedClasses(taskFactory, files))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "JShell's classes cannot be forgotten; --add-opens=" + OPENED + " is missing", e);
            return Optional.empty();
        }
    }

    private static Object read(Class<?> type, String field, Object object) throws ReflectiveOperationException {
        Field declared = type.getDeclaredField(field);
        declared.setAccessible(true);
        return declared.get(object);
    }

    int count() {
        synchronized (taskFactory) {
            return files.size();
        }
    }

    /** Forgets all but these, by their binary names. */
    void keep(Predicate<String> needed) {
        synchronized (taskFactory) { // as all runs of javac are
            files.keySet().removeIf(name -> !needed.test((String) name));
        }
    }
}
