package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Makes the class files that engines get out of those that javac made: with stop checks, definition checks, the
 * positions of the cell, and lambdas that can travel. Each class is woven once, however many engines there are.
 */
final class ClassWeaver {

    /**
     * What the weaver must know about a class.
     *
     * @param cell the cell that stack traces name
     * @param lines from javac's lines to the cell's
     * @param declares variables whose declaration this wrapper runs: its entry point reads and assigns them unchecked
     * @param checked reads that are checked before the cell runs
     */
    record Weaving(CellNumber cell, IntUnaryOperator lines, Set<VariableRef> declares, Set<SureReads.Place> checked) {}

    private final ClassFile classFiles;

    ClassWeaver(ClassHierarchyResolver hierarchy) {
        this.classFiles = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    /**
     * @param touched takes the variables whose holder the woven class needs
     */
    dev.tutti.engine.wire.ClassFile weave(RecordedClass recorded, Weaving weaving, Set<VariableRef> touched) {
        ClassTransform members = (type, element) -> weave(type, element, weaving, touched);
        ClassTransform rest = ClassTransform.endHandler(type -> {
            type.with(SourceFileAttribute.of("cell " + weaving.cell()));
            if (LambdaSites.hasReader(recorded.model())
                    && recorded.model().methods().stream().noneMatch(LambdaSites::isReader)) {
                LambdaSites.addReader(type);
            }
        });
        byte[] bytes = classFiles.transformClass(recorded.model(), members.andThen(rest));
        return new dev.tutti.engine.wire.ClassFile(recorded.name(), bytes);
    }

    private static void weave(ClassBuilder type, ClassElement element, Weaving weaving, Set<VariableRef> touched) {
        switch (element) {
            case SourceFileAttribute _ -> {
                // the cell takes its place
            }
            case AccessFlags flags -> type.withFlags(OpenAccess.opened(flags));
            case FieldModel field when !OpenAccess.isOpen(field) -> type.transformField(field, OpenAccess.FIELD);
            case MethodModel method -> {
                MethodTransform code = MethodTransform.transformingCode(new MethodWeaver(method, weaving, touched));
                type.transformMethod(method, OpenAccess.isOpen(method) ? code : OpenAccess.METHOD.andThen(code));
            }
            default -> type.with(element);
        }
    }
}
