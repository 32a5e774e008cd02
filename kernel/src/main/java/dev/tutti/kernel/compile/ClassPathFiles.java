package dev.tutti.kernel.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * JShell's door to files. When JShell is told that its class path grows, it would put the class path of this very
 * process there; here it gets the session's instead.
 */
final class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    private final ClassPath classPath;

    ClassPathFiles(StandardJavaFileManager files, ClassPath classPath) {
        super(files);
        this.classPath = classPath;
        use();
    }

    private void use() {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.entries());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The class path " + classPath.text() + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (current.equals("-classpath")) {
            remaining.next();
            use();
            return true;
        }
        return super.handleOption(current, remaining);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(Location location, String moduleName, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationForModule(location, moduleName, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
