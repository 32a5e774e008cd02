package dev.tutti.kernel.compile;

import com.sun.source.util.JavacTask;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A compiler task that compiles nothing: a door to the types of the JDK and of a class path. For one thread.
 *
 * @param files where class files are
 * @param elements the types and their members, read when they are asked for
 * @param types relations between types
 */
record OwnTask(StandardJavaFileManager files, Elements elements, Types types) {

    static OwnTask open(String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostic -> {}, null, null);
        List<String> options = List.of("-proc:none", "-classpath", classPath);
        JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostic -> {}, options, null, null);
        return new OwnTask(files, task.getElements(), task.getTypes());
    }
}
