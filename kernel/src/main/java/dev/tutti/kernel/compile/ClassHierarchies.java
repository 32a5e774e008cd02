package dev.tutti.kernel.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Who extends whom, for the stack maps of woven classes: known without loading any class of the user's. */
final class ClassHierarchies {

    private ClassHierarchies() {}

    static ClassHierarchyResolver of(CompilerSession session) {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        URLClassLoader classPath = new URLClassLoader(urls(session.classPath()), platform);
        return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> recorded(session, type))
                .orElse(ClassHierarchyResolver.ofClassLoading(platform).cached())
                .orElse(ClassHierarchyResolver.ofResourceParsing(classPath).cached());
    }

    private static InputStream recorded(CompilerSession session, ClassDesc type) {
        return session.journal()
                .newest(WrapperName.binary(type))
                .map(c -> new ByteArrayInputStream(c.bytes()))
                .orElse(null);
    }

    static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(ClassHierarchies::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The class path has an entry that is no file: " + path, e);
        }
    }
}
