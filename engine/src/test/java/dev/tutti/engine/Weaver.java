package dev.tutti.engine;

import dev.tutti.engine.wire.ClassFile;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the kernel's weaver does, as plainly as possible: stop checks, and holders that guard session variables. */
final class Weaver {

    private static final ClassDesc STOP_CHECK = ClassDesc.of("dev.tutti.woven.StopCheck");
    private static final ClassDesc DEFINITIONS = ClassDesc.of("dev.tutti.woven.Definitions");
    private static final ClassDesc HANDLE =
            MethodHandle.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUP =
            MethodHandles.Lookup.class.describeConstable().orElseThrow();
    private static final ClassDesc LOOKUPS =
            MethodHandles.class.describeConstable().orElseThrow();

    private Weaver() {}

    /** The woven class and the holders that it needs. */
    static List<ClassFile> weave(ClassFile plain) {
        Set<Holder> holders = new LinkedHashSet<>();
        java.lang.classfile.ClassFile format = java.lang.classfile.ClassFile.of();
        byte[] woven = format.transformClass(
                format.parse(plain.bytes()), ClassTransform.transformingMethods((builder, element) -> {
                    if (element instanceof java.lang.classfile.CodeModel code) {
                        builder.transformCode(code, transform(holders));
                    } else {
                        builder.with(element);
                    }
                }));
        List<ClassFile> result = new ArrayList<>();
        result.add(new ClassFile(plain.name(), woven));
        holders.forEach(holder -> result.add(holder.generate()));
        return result;
    }

    private static CodeTransform transform(Set<Holder> holders) {
        Set<Label> passed = new HashSet<>();
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                code.invokestatic(STOP_CHECK, "check", ConstantDescs.MTD_void);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                switch (element) {
                    case LabelTarget target -> passed.add(target.label());
                    case BranchInstruction branch
                    when passed.contains(branch.target()) ->
                        code.invokestatic(STOP_CHECK, "check", ConstantDescs.MTD_void);
                    case FieldInstruction field when isVariable(field) -> guard(code, field, holders);
                    default -> {}
                }
                code.with(element);
            }
        });
    }

    private static boolean isVariable(FieldInstruction field) {
        String owner = field.owner().asInternalName();
        boolean isStatic = field.opcode() == Opcode.GETSTATIC || field.opcode() == Opcode.PUTSTATIC;
        return isStatic
                && owner.matches("REPL/\\$JShell\\$\\d+")
                && !field.name().stringValue().contains("$");
    }

    private static void guard(CodeBuilder code, FieldInstruction field, Set<Holder> holders) {
        Holder holder = new Holder(
                field.owner().asInternalName().replace('/', '.'), field.name().stringValue());
        holders.add(holder);
        String what = field.opcode() == Opcode.GETSTATIC ? "read" : "write";
        code.invokestatic(ClassDesc.of(holder.name()), what, ConstantDescs.MTD_void);
    }

    /** The generated class of one variable. */
    record Holder(String className, String field) {

        String name() {
            return "REPL.$Defined$" + className.substring("REPL.".length()) + "$" + field;
        }

        ClassFile generate() {
            byte[] bytes = java.lang.classfile.ClassFile.of().build(ClassDesc.of(name()), this::fill);
            return new ClassFile(name(), bytes);
        }

        private void fill(ClassBuilder type) {
            type.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL);
            for (String kind : List.of("read", "write")) {
                type.withField(kind.toUpperCase(java.util.Locale.ROOT), HANDLE, 0x18);
                type.withMethodBody(
                        kind,
                        ConstantDescs.MTD_void,
                        0x9,
                        code -> code.getstatic(ClassDesc.of(name()), kind.toUpperCase(java.util.Locale.ROOT), HANDLE)
                                .invokevirtual(HANDLE, "invokeExact", ConstantDescs.MTD_void)
                                .return_());
            }
            type.withMethodBody(ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, 0x8, code -> {
                for (String kind : List.of("read", "write")) {
                    code.invokestatic(LOOKUPS, "lookup", MethodTypeDesc.of(LOOKUP))
                            .loadConstant(className)
                            .loadConstant(field)
                            .invokestatic(
                                    DEFINITIONS,
                                    kind,
                                    MethodTypeDesc.of(HANDLE, LOOKUP, ConstantDescs.CD_String, ConstantDescs.CD_String))
                            .putstatic(ClassDesc.of(name()), kind.toUpperCase(java.util.Locale.ROOT), HANDLE);
                }
                code.return_();
            });
        }
    }
}
