package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.CellNumber;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.util.regex.Pattern;

/**
 * Lets a variable keep its field while its initialiser changes: engines that have the wrapper keep it, and the new
 * initialiser comes as a class of its own that assigns the old field. So {@code int x = list.size()} after {@code int x = 1}
 * keeps x at all places, although the wrapper has other methods now, and needs no redefinition.
 */
final class InitialiserMove {

    private static final Pattern MOVED = Pattern.compile(".*\\$\\$\\d+(x\\d+)?");

    private InitialiserMove() {}

    /**
     * The name of a class with the code of a wrapper.
     *
     * @param index how many the cell has moved before
     */
    static String name(String wrapper, CellNumber cell, int index) {
        return wrapper + "$$" + cell + (index == 0 ? "" : "x" + (index + 1));
    }

    static boolean isMoved(String className) {
        return MOVED.matcher(className).matches();
    }

    /** Whether the wrapper that engines know has the field that this one wants. */
    static boolean fits(RecordedClass known, RecordedClass next) {
        return next.variable().isPresent()
                && next.standsAlone()
                && known.variable().isPresent()
                && known.shape().flags() == next.shape().flags()
                && known.shape().fields().equals(next.shape().fields());
    }

    /** The code of a wrapper, without its fields, as a class of another name. */
    static RecordedClass move(RecordedClass wrapper, String newName) {
        ClassDesc old = wrapper.model().thisClass().asSymbol();
        ClassDesc moved = ClassDesc.of(newName);
        ClassTransform code = ClassTransform.transformingMethodBodies(new Moving(old, moved));
        ClassTransform transform =
                ClassTransform.dropping(e -> e instanceof FieldModel).andThen(code);
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
                .transformClass(wrapper.model(), moved, transform);
        return new RecordedClass(newName, bytes);
    }

    private record Moving(ClassDesc old, ClassDesc moved) implements CodeTransform {

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case InvokeInstruction call
                when call.owner().asSymbol().equals(old) ->
                    code.invoke(call.opcode(), moved, call.name().stringValue(), call.typeSymbol(), call.isInterface());
                case InvokeDynamicInstruction call -> code.invokedynamic(moved(call));
                case ConstantInstruction constant
                when constant.constantValue().equals(internal(old)) -> code.loadConstant(internal(moved));
                default -> code.with(element);
            }
        }

        private DynamicCallSiteDesc moved(InvokeDynamicInstruction call) {
            ConstantDesc[] arguments = call.bootstrapArgs().stream()
                    .map(a -> a instanceof DirectMethodHandleDesc handle
                                    && handle.owner().equals(old)
                            ? moved(handle)
                            : a)
                    .toArray(ConstantDesc[]::new);
            return DynamicCallSiteDesc.of(
                    call.bootstrapMethod(), call.name().stringValue(), call.typeSymbol(), arguments);
        }

        private ConstantDesc moved(DirectMethodHandleDesc handle) {
            return MethodHandleDesc.of(handle.kind(), moved, handle.methodName(), handle.lookupDescriptor());
        }

        /** The name as a serializable lambda's own check has it. */
        private static String internal(ClassDesc type) {
            String descriptor = type.descriptorString();
            return descriptor.substring(1, descriptor.length() - 1);
        }
    }
}
