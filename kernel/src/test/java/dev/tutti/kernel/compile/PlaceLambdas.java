package dev.tutti.kernel.compile;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;

/** Makes a serialized lambda again, as engines do; public because woven code lives under other loaders. */
public final class PlaceLambdas {

    private PlaceLambdas() {}

    /** The function object that was serialized, of the classes that the caller's loader has. */
    public static Object resolve(MethodHandles.Lookup caller, SerializedLambda lambda) throws Throwable {
        ClassLoader loader = caller.lookupClass().getClassLoader();
        Class<?> owner = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
        MethodType code = MethodType.fromMethodDescriptorString(lambda.getImplMethodSignature(), loader);
        MethodHandle body = switch (lambda.getImplMethodKind()) {
            case MethodHandleInfo.REF_invokeStatic -> caller.findStatic(owner, lambda.getImplMethodName(), code);
            case MethodHandleInfo.REF_newInvokeSpecial -> caller.findConstructor(owner, code);
            case MethodHandleInfo.REF_invokeSpecial ->
                caller.findSpecial(owner, lambda.getImplMethodName(), code, caller.lookupClass());
            default -> caller.findVirtual(owner, lambda.getImplMethodName(), code);
        };
        MethodType own = MethodType.fromMethodDescriptorString(lambda.getInstantiatedMethodType(), loader);
        MethodType interfaceMethod =
                MethodType.fromMethodDescriptorString(lambda.getFunctionalInterfaceMethodSignature(), loader);
        Class<?> type = Class.forName(lambda.getFunctionalInterfaceClass().replace('/', '.'), false, loader);
        int captured = lambda.getCapturedArgCount();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < captured; i++) {
            values.add(lambda.getCapturedArg(i));
        }
        List<Class<?>> all = new ArrayList<>(body.type().parameterList());
        CallSite site = LambdaMetafactory.altMetafactory(
                caller,
                lambda.getFunctionalInterfaceMethodName(),
                MethodType.methodType(type, all.subList(0, captured)),
                interfaceMethod,
                body,
                own,
                LambdaMetafactory.FLAG_SERIALIZABLE);
        return site.getTarget().invokeWithArguments(values);
    }
}
