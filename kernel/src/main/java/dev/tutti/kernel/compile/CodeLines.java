package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.ClassFile;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which lines of a cell became byte code. */
public final class CodeLines {

    private CodeLines() {}

    /** Of woven class files: their lines are those of cells. */
    public static SortedSet<Integer> of(CellNumber cell, Collection<ClassFile> woven) {
        SortedSet<Integer> lines = new TreeSet<>();
        for (ClassFile file : woven) {
            ClassModel model = java.lang.classfile.ClassFile.of().parse(file.bytes());
            boolean here = model.findAttribute(Attributes.sourceFile())
                    .map(source -> source.sourceFile().stringValue().equals("cell " + cell))
                    .orElse(false);
            if (here) {
                model.methods().forEach(method -> add(method, lines));
            }
        }
        return lines;
    }

    private static void add(MethodModel method, SortedSet<Integer> lines) {
        method.findAttribute(Attributes.code())
                .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()))
                .ifPresent(table -> table.lineNumbers().stream()
                        .map(LineNumberInfo::lineNumber)
                        .filter(line -> line > 0)
                        .forEach(lines::add));
    }
}
