package dev.tutti.engine.load;

import dev.tutti.engine.wire.ClassFile;
import dev.tutti.woven.WovenSite;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandle;
import java.lang.ref.SoftReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class loader of one session. Class files that were sent are defined when they are first needed, classes of its class
 * path are read from there; the rest is fetched from the controller, on the thread that needs it. Any thread; several may wait for different classes at once.
 */
public final class SessionLoader extends URLClassLoader implements WovenSite {

    private static final String STOP_CHECK = "dev.tutti.woven.StopCheck";

    private static final String[] NEVER_FETCHED = {"java.", "jdk.", "sun.", "dev.tutti.engine.", "dev.tutti.client."};

    private static final URL[] NOTHING = {};

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> available = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<byte[]>> again = new ConcurrentHashMap<>();
    private final Set<String> classPath = ConcurrentHashMap.newKeySet();
    private final WovenSite site;
    private final ClassSource source;

    public SessionLoader(WovenSite site, ClassSource source) {
        super(NOTHING, new PlatformView());
        this.site = site;
        this.source = source;
    }

    /** Makes class files available. One of a class that exists already is ignored: only a redefinition changes a class. */
    public void add(List<ClassFile> classes) {
        for (ClassFile classFile : classes) {
            presentOrAvailable(classFile);
        }
    }

    /** Looks for classes and resources in these jars and folders too, from now on. Main thread. @return those that cannot be read */
    public List<String> extend(List<String> entries) {
        List<String> missing = new ArrayList<>();
        for (String entry : entries) {
            File file = new File(entry);
            if (!file.canRead()) {
                missing.add(entry);
            } else if (classPath.add(entry)) {
                addURL(url(file));
            }
        }
        return missing;
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No path: " + file, e);
        }
    }

    /**
     * Gives classes their newest bytes: those that are loaded change where they stand, all at once, and keep their values;
     * the others are defined from these bytes later.
     */
    public void redefine(List<ClassFile> classes) throws RedefinitionException {
        List<ClassDefinition> loaded = new ArrayList<>();
        for (ClassFile classFile : classes) {
            Class<?> present = presentOrAvailable(classFile);
            if (present != null) {
                loaded.add(new ClassDefinition(present, classFile.bytes()));
                again.remove(classFile.name());
            }
        }
        if (!loaded.isEmpty()) {
            redefineLoaded(loaded);
        }
    }

    /** The class if it has been defined here; asks nobody. */
    public Optional<Class<?>> loaded(String name) {
        synchronized (getClassLoadingLock(name)) {
            return Optional.ofNullable(findLoadedClass(name));
        }
    }

    /**
     * The newest bytes of a class of the session's, to define it anew. Of one that has been defined here they are fetched
     * again, and then kept while there is memory.
     *
     * @throws ClassNotFoundException if there is no such class, or it cannot be had
     */
    public byte[] bytes(String name) throws ClassNotFoundException {
        byte[] bytes = available.get(name);
        if (bytes != null) {
            return bytes;
        }
        SoftReference<byte[]> kept = again.get(name);
        bytes = kept == null ? null : kept.get();
        if (bytes == null) {
            bytes = fetch(name);
            again.put(name, new SoftReference<>(bytes));
        }
        return bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        // Classes of cells are never in a parent, and the stop check is each session's own.
        boolean here = name.startsWith("REPL.") || name.equals(STOP_CHECK);
        if (!here) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = available.get(name);
        if (bytes == null && !classPath.isEmpty() && !name.startsWith("REPL.")) {
            try {
                return super.findClass(name);
            } catch (ClassNotFoundException _) {
                // then it may be one that the kernel has
            }
        }
        if (bytes == null) {
            bytes = name.equals(STOP_CHECK) ? stopCheckBytes() : fetch(name);
        }
        Class<?> defined = defineClass(name, bytes, 0, bytes.length);
        available.remove(name);
        return defined;
    }

    @Override
    public MethodHandle stopCheck() {
        return site.stopCheck();
    }

    @Override
    public MethodHandle read(String className, String field) {
        return site.read(className, field);
    }

    @Override
    public MethodHandle write(String className, String field) {
        return site.write(className, field);
    }

    private Class<?> presentOrAvailable(ClassFile classFile) {
        synchronized (getClassLoadingLock(classFile.name())) {
            Class<?> present = findLoadedClass(classFile.name());
            if (present == null) {
                available.put(classFile.name(), classFile.bytes());
            }
            return present;
        }
    }

    private static void redefineLoaded(List<ClassDefinition> loaded) throws RedefinitionException {
        String names = loaded.stream()
                .map(definition -> definition.getDefinitionClass().getName())
                .toList()
                .toString();
        Optional<Instrumentation> instrumentation = RedefineAgent.instrumentation();
        if (instrumentation.isEmpty()) {
            throw new RedefinitionException(
                    "The classes " + names
                            + " are loaded already and cannot be redefined, because this engine's JVM was"
                            + " started without its agent. Start it with -javaagent:<engine jar>.",
                    null);
        }
        try {
            instrumentation.get().redefineClasses(loaded.toArray(ClassDefinition[]::new));
        } catch (UnmodifiableClassException | ClassNotFoundException | UnsupportedOperationException | LinkageError e) {
            throw new RedefinitionException("The classes " + names + " cannot be redefined: " + e, e);
        }
    }

    private byte[] fetch(String name) throws ClassNotFoundException {
        for (String prefix : NEVER_FETCHED) {
            if (name.startsWith(prefix)) {
                throw new ClassNotFoundException(name);
            }
        }
        try {
            return source.fetch(name)
                    .orElseThrow(() -> new ClassNotFoundException(
                            name + " is neither part of the platform nor known to the session."));
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " could not be fetched: " + e.getMessage(), e);
        }
    }

    private static byte[] stopCheckBytes() throws ClassNotFoundException {
        try (InputStream in = SessionLoader.class.getResourceAsStream("/dev/tutti/woven/StopCheck.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(STOP_CHECK + " cannot be read from the engine's own jar: " + e, e);
        }
    }
}
