package dev.tutti.kernel.compile;

import java.util.List;

/** Who hears what JShell would do to an engine while it compiles. */
interface Recording {

    /** Classes of names that JShell has not counted as loaded. */
    void load(List<RecordedClass> classes);

    /** New bytes of classes that JShell counts as loaded; a refusal makes JShell take new names for all of them. */
    boolean redefine(List<RecordedClass> classes);

    /** JShell would now run the wrapper's entry point. */
    void invoke(String className, String method);
}
