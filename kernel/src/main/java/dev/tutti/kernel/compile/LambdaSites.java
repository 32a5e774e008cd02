package dev.tutti.kernel.compile;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes lambdas and method references serializable, whatever their interface: the sites that make them, and the method
 * through which Java serialization makes them again.
 *
 * <p>That method is there in each class whose code a user can change without declaring it anew, also while it has no
 * lambda: else a new body with a method reference would change the class's shape, and cost values.
 */
final class LambdaSites {

    static final String READER = "$deserializeLambda$";
    static final MethodTypeDesc READER_TYPE =
            MethodTypeDesc.of(ConstantDescs.CD_Object, described(SerializedLambda.class));
    static final int READER_FLAGS = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private static final ClassDesc FACTORY = described(LambdaMetafactory.class);
    private static final ClassDesc LAMBDAS = ClassDesc.of("dev.tutti.woven.Lambdas");
    private static final ClassDesc LOOKUP = described(MethodHandles.Lookup.class);
    private static final MethodTypeDesc RESOLVE =
            MethodTypeDesc.of(ConstantDescs.CD_Object, LOOKUP, described(SerializedLambda.class));

    private static final String PLAIN = "metafactory";
    private static final String WITH_FLAGS = "altMetafactory";

    private static final DirectMethodHandleDesc ALT_METAFACTORY = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            FACTORY,
            WITH_FLAGS,
            MethodTypeDesc.of(
                    described(CallSite.class),
                    LOOKUP,
                    ConstantDescs.CD_String,
                    described(MethodType.class),
                    ConstantDescs.CD_Object.arrayType()));

    /** Arguments of both factories: the interface's method type, the code, the type of this instance. */
    private static final int SHARED_ARGUMENTS = 3;

    private LambdaSites() {}

    private static ClassDesc described(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The site that makes the same function object serializable; empty if it makes none, or makes it so already. */
    static Optional<DynamicCallSiteDesc> serializable(InvokeDynamicInstruction site) {
        DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
        if (!bootstrap.owner().equals(FACTORY)) {
            return Optional.empty();
        }
        List<ConstantDesc> arguments = new ArrayList<>(site.bootstrapArgs());
        switch (bootstrap.methodName()) {
            case PLAIN -> arguments.add(LambdaMetafactory.FLAG_SERIALIZABLE);
            case WITH_FLAGS -> {
                int flags = (Integer) arguments.get(SHARED_ARGUMENTS);
                if ((flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0) {
                    return Optional.empty();
                }
                arguments.set(SHARED_ARGUMENTS, flags | LambdaMetafactory.FLAG_SERIALIZABLE);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(DynamicCallSiteDesc.of(
                ALT_METAFACTORY, site.name().stringValue(), site.typeSymbol(), arguments.toArray(ConstantDesc[]::new)));
    }

    /** Whether the woven class has the method that makes its lambdas again. */
    static boolean hasReader(ClassModel model) {
        if (model.flags().has(AccessFlag.ANNOTATION)) {
            return false;
        }
        String name = model.thisClass().asInternalName().replace('/', '.');
        boolean changeable = !WrapperName.isWrapper(name)
                || model.methods().stream()
                        .anyMatch(method -> !RecordedClass.isEntry(method) && !isInitialiser(method));
        return changeable || hasSites(model);
    }

    private static boolean isInitialiser(MethodModel method) {
        return method.methodName().stringValue().startsWith("<");
    }

    private static boolean hasSites(ClassModel model) {
        return model.findAttribute(Attributes.bootstrapMethods()).stream()
                .flatMap(all -> all.bootstrapMethods().stream())
                .anyMatch(one ->
                        one.bootstrapMethod().reference().owner().asSymbol().equals(FACTORY));
    }

    static boolean isReader(MethodModel method) {
        return method.methodName().equalsString(READER)
                && method.methodTypeSymbol().equals(READER_TYPE);
    }

    /** Adds the method to a class that javac gave none. */
    static void addReader(ClassBuilder type) {
        type.withMethodBody(READER, READER_TYPE, READER_FLAGS, LambdaSites::resolve);
    }

    /**
     * Ends the method by making the lambda from what was serialized. In javac's own, which knows the sites that it found
     * serializable itself, this takes the place of throwing.
     */
    static void resolve(CodeBuilder code) {
        code.invokestatic(described(MethodHandles.class), "lookup", MethodTypeDesc.of(LOOKUP))
                .aload(0)
                .invokestatic(LAMBDAS, "resolve", RESOLVE)
                .areturn();
    }
}
