package dev.tutti.kernel.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Calls that would end the JVM become calls of {@code dev.tutti.woven.EndOfJvm}, which asks whose JVM it is. */
final class EndOfJvmCalls {

    private static final ClassDesc END_OF_JVM = ClassDesc.of("dev.tutti.woven.EndOfJvm");
    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final MethodTypeDesc STATUS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private EndOfJvmCalls() {}

    static boolean is(InvokeInstruction call) {
        String name = call.name().stringValue();
        return switch (call.owner().asInternalName()) {
            case "java/lang/System" -> name.equals("exit");
            case "java/lang/Runtime" -> name.equals("exit") || name.equals("halt");
            default -> false;
        };
    }

    static void weave(CodeBuilder code, InvokeInstruction call) {
        boolean ofRuntime = call.owner().asInternalName().equals("java/lang/Runtime");
        code.invokestatic(
                END_OF_JVM, call.name().stringValue(), ofRuntime ? STATUS.insertParameterTypes(0, RUNTIME) : STATUS);
    }
}
