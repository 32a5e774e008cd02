package dev.tutti.kernel.compile;

import java.util.List;

/** Agrees to everything and keeps it: for what JShell does outside of a cell. */
record KeepingRecording(ClassJournal journal) implements Recording {

    @Override
    public void load(List<RecordedClass> classes) {
        classes.forEach(journal::made);
    }

    @Override
    public boolean redefine(List<RecordedClass> classes) {
        classes.forEach(journal::made);
        return true;
    }

    @Override
    public void invoke(String className, String method) {
        // nothing runs outside of a cell
    }
}
