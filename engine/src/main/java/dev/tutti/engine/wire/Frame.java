package dev.tutti.engine.wire;

import java.util.Objects;

/**
 * One line of a stack. The weaver gives class files of cells the source file {@code cell N} and the cell's own line
 * numbers, so a frame of user code reads {@code file="cell 3", line=2} everywhere.
 *
 * @param className the binary name
 * @param method the method
 * @param file the source file, empty if unknown
 * @param line the line, or a negative number if unknown
 */
public record Frame(String className, String method, String file, int line) {

    /** Start of the source file name of code typed in a cell. */
    public static final String CELL_PREFIX = "cell ";

    public Frame {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(file, "file");
    }

    public static Frame of(StackTraceElement element) {
        String file = element.getFileName() == null ? "" : element.getFileName();
        return new Frame(element.getClassName(), element.getMethodName(), file, element.getLineNumber());
    }

    /** Whether this is code that the user typed in a cell. */
    public boolean inCell() {
        return file.startsWith(CELL_PREFIX);
    }
}
