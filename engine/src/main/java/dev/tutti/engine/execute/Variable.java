package dev.tutti.engine.execute;

import dev.tutti.engine.wire.VariableRef;
import dev.tutti.woven.UndefinedVariableException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * Whether one session variable has a value at this place, and the call sites of the woven code that asks. Any thread;
 * guarded by the variables that own it.
 */
final class Variable {

    private static final MethodType CHECK = MethodType.methodType(void.class);
    private static final MethodHandle NOTHING = Nothing.HANDLE;

    private final VariableRef ref;
    private final Variables owner;
    private boolean defined;

    /** Which definition of all the session's was its last. */
    long definedAs;

    private MutableCallSite read;
    private MutableCallSite write;

    Variable(VariableRef ref, Variables owner) {
        this.ref = ref;
        this.owner = owner;
    }

    VariableRef ref() {
        return ref;
    }

    boolean defined() {
        return defined;
    }

    void set(boolean nowDefined) {
        if (defined == nowDefined) {
            return;
        }
        defined = nowDefined;
        retarget();
    }

    MethodHandle readHandle() {
        if (read == null) {
            read = new MutableCallSite(CHECK);
            retarget();
        }
        return read.dynamicInvoker();
    }

    MethodHandle writeHandle() {
        if (write == null) {
            write = new MutableCallSite(CHECK);
            retarget();
        }
        return write.dynamicInvoker();
    }

    /** Where a read ends while the variable is not defined. */
    private void failRead() {
        throw new UndefinedVariableException(ref.className(), ref.field());
    }

    /** Where a write ends while the variable is not defined. */
    private void firstWrite() {
        owner.define(this);
    }

    private void retarget() {
        if (read != null) {
            read.setTarget(defined ? NOTHING : own("failRead"));
            MutableCallSite.syncAll(new MutableCallSite[] {read});
        }
        if (write != null) {
            write.setTarget(defined ? NOTHING : own("firstWrite"));
            MutableCallSite.syncAll(new MutableCallSite[] {write});
        }
    }

    private MethodHandle own(String method) {
        try {
            return MethodHandles.lookup().bind(this, method, CHECK);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method, e);
        }
    }
}
