package dev.tutti.kernel.compile;

import dev.tutti.engine.wire.VariableRef;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Weaves one method's code; sees its elements in order. */
final class MethodWeaver implements CodeTransform {

    private static final ClassDesc STOP_CHECK = ClassDesc.of("dev.tutti.woven.StopCheck");
    private static final ClassDesc UNRESOLVED = ClassDesc.of("dev.tutti.woven.UnresolvedException");
    private static final String JSHELL_UNRESOLVED = "jdk/jshell/spi/SPIResolutionException";

    private final ClassWeaver.Weaving weaving;
    private final Set<VariableRef> touched;
    private final String method;
    private final boolean entry;
    private final boolean reader;
    private final Set<Label> passed = new HashSet<>();
    private boolean checkDue;
    private int index;

    MethodWeaver(MethodModel method, ClassWeaver.Weaving weaving, Set<VariableRef> touched) {
        this.weaving = weaving;
        this.touched = touched;
        this.method = method.methodName().stringValue();
        this.entry = RecordedClass.isEntry(method);
        this.reader = LambdaSites.isReader(method);
        this.checkDue = needsEntryCheck(method);
    }

    /** A method that calls nothing cannot recurse; a stop in a class initialiser would break the class for ever. */
    private static boolean needsEntryCheck(MethodModel method) {
        return !RecordedClass.isClassInitialiser(method)
                && method.code().stream()
                        .flatMap(c -> c.elementStream())
                        .anyMatch(e -> e instanceof InvokeInstruction || e instanceof InvokeDynamicInstruction);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        int at = index++;
        if (checkDue && element instanceof Instruction) {
            checkDue = false;
            stopCheck(code);
        }
        switch (element) {
            case LabelTarget target -> {
                passed.add(target.label());
                code.with(target);
            }
            case LineNumber line -> code.lineNumber(weaving.lines().applyAsInt(line.line()));
            case BranchInstruction branch -> jump(code, branch, Stream.of(branch.target()));
            case TableSwitchInstruction cases -> jump(code, cases, targets(cases));
            case LookupSwitchInstruction cases -> jump(code, cases, targets(cases));
            case FieldInstruction field -> access(code, field, at);
            case NewObjectInstruction made when isUnresolved(made.className()) -> code.new_(UNRESOLVED);
            case InvokeInstruction call
            when isUnresolved(call.owner()) ->
                code.invoke(call.opcode(), UNRESOLVED, call.name().stringValue(), call.typeSymbol(), false);
            case InvokeInstruction call when EndOfJvmCalls.is(call) -> EndOfJvmCalls.weave(code, call);
            case InvokeDynamicInstruction site ->
                LambdaSites.serializable(site).ifPresentOrElse(code::invokedynamic, () -> code.with(site));
            case ThrowInstruction _
            when reader -> {
                code.pop();
                LambdaSites.resolve(code);
            }
            default -> code.with(element);
        }
    }

    private static Stream<Label> targets(TableSwitchInstruction cases) {
        return Stream.concat(
                Stream.of(cases.defaultTarget()), cases.cases().stream().map(c -> c.target()));
    }

    private static Stream<Label> targets(LookupSwitchInstruction cases) {
        return Stream.concat(
                Stream.of(cases.defaultTarget()), cases.cases().stream().map(c -> c.target()));
    }

    private void jump(CodeBuilder code, CodeElement element, Stream<Label> targets) {
        if (targets.anyMatch(passed::contains)) {
            stopCheck(code);
        }
        code.with(element);
    }

    private static void stopCheck(CodeBuilder code) {
        code.invokestatic(STOP_CHECK, "check", ConstantDescs.MTD_void);
    }

    private void access(CodeBuilder code, FieldInstruction field, int at) {
        Optional<VariableRef> variable = RecordedClass.sessionVariable(field);
        boolean ownDeclaration =
                entry && variable.filter(weaving.declares()::contains).isPresent();
        if (variable.isEmpty() || ownDeclaration && field.opcode() == Opcode.PUTSTATIC) {
            code.with(field);
            return;
        }
        if (field.opcode() == Opcode.PUTSTATIC) {
            code.with(field);
            call(code, variable.get(), DefinitionHolder.WRITE);
            return;
        }
        if (!ownDeclaration && !weaving.checked().contains(new SureReads.Place(method, at))) {
            call(code, variable.get(), DefinitionHolder.READ);
        }
        code.with(field);
    }

    private void call(CodeBuilder code, VariableRef variable, String what) {
        touched.add(variable);
        code.invokestatic(ClassDesc.of(DefinitionHolder.name(variable)), what, ConstantDescs.MTD_void);
    }

    private static boolean isUnresolved(ClassEntry type) {
        return type.asInternalName().equals(JSHELL_UNRESOLVED);
    }
}
