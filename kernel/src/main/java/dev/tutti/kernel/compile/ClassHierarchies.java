package dev.tutti.kernel.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;

/** Who extends whom, for the stack maps of woven classes: known without loading any class of the user's. */
final class ClassHierarchies {

    private ClassHierarchies() {}

    static ClassHierarchyResolver of(CompilerSession session) {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        ClassLoader classPath = session.classPath().loader();
        return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> recorded(session, type))
                .orElse(ClassHierarchyResolver.ofClassLoading(platform).cached())
                .orElse(ClassHierarchyResolver.ofResourceParsing(classPath));
    }

    private static InputStream recorded(CompilerSession session, ClassDesc type) {
        return session.journal()
                .newest(WrapperName.binary(type))
                .map(c -> new ByteArrayInputStream(c.bytes()))
                .orElse(null);
    }
}
